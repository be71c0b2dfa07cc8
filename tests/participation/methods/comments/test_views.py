"""Writing comments and replies; whole threads; lasting links."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction, Site

from cms import clock
from cms.accounts.models import Participant
from cms.accounts.participants import COOKIE
from cms.models import SiteIdentity
from participation.choices import ContributionState, Publishing
from participation.models import Contribution
from tests.factories import ContributionFactory, DialogueFactory, after, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_english")]


@pytest.fixture
def _in_english() -> Iterator[None]:
    """Pages at /en/, with the words of the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(open=True)


def new(dialogue: Any) -> str:
    return reverse("participation_comments:new", args=[dialogue.pk])


def reply(comment: Any) -> str:
    return reverse("participation_comments:reply", args=[comment.pk])


def permalink(comment: Any) -> str:
    return reverse("participation_comments:permalink", args=[comment.pk])


def sent(text: str = "Sänk farten.", **fields: str) -> dict[str, str]:
    """What a form sends, with a key of its own."""
    return {"key": str(uuid4()), "webbplats": "", "text": text, "author_name": "Astrid"} | fields


def words(response: Any) -> str:
    return response.content.decode()


# Writing


def test_a_comment_needs_only_a_name_and_a_text(client: Client, dialogue: Any) -> None:
    response = client.post(new(dialogue), sent())
    given = Contribution.objects.get()
    assert response["Location"] == reverse("participation:receipt_detail", args=[given.shown_code]) + "?tack=1"
    shown = words(client.get(response["Location"]))
    assert given.shown_code in shown
    assert "This is what happens next" in shown
    assert (given.author_name, given.language, given.participant.user) == ("Astrid", "en", None)


def test_a_reply_names_whom_it_answers(client: Client) -> None:
    target = ContributionFactory(author_name="Kent")
    assert "Reply to Kent" in words(client.get(reply(target)))
    client.post(reply(target), sent("Håller med."))
    assert Contribution.objects.get(text="Håller med.").reply_to == target


def test_beside_the_form_stands_what_must_be_known(client: Client, dialogue: Any, site_tree: Any) -> None:
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.name, identity.rules_page = "Exempelkommun", site_tree.index.page_ptr
    identity.save()
    shown = words(client.get(new(dialogue)))
    for piece in ("Exempelkommun", "public record", "How the body handles what you write", site_tree.index.url, "Rules for contributions"):
        assert piece in shown
    assert "everything is read before" not in shown
    reviewed = DialogueFactory(open=True, publishing=Publishing.BEFORE)
    assert "everything is read before" in words(client.get(new(reviewed)))


def test_the_name_used_last_stands_in_the_next_form(client: Client, dialogue: Any, client_of: Callable[..., Client], astrid: Any) -> None:
    client.post(new(dialogue), sent(author_name="Grannen"))
    assert 'value="Grannen"' in words(client.get(new(dialogue)))
    assert 'value="Astrid Larsson"' in words(client_of(astrid).get(new(dialogue)))
    assert "Grannen" not in words(Client().get(new(dialogue)))


def test_htmx_gets_only_the_form_and_is_led_on(client: Client, dialogue: Any) -> None:
    htmx = {"HX-Request": "true"}
    part = words(client.get(new(dialogue), headers=htmx))
    assert "<html" not in part
    assert "public record" in part
    response = client.post(new(dialogue), sent(""), headers=htmx)
    assert response.status_code == 422
    assert "<html" not in words(response)
    response = client.post(new(dialogue), sent(), headers=htmx)
    assert response["HX-Redirect"].endswith("?tack=1")


def test_a_translation_leads_to_the_one_dialogue(client: Client, dialogue: Any) -> None:
    client.post(new(translated(dialogue)), sent())
    assert Contribution.objects.get().dialogue == dialogue


# Bad input: nothing half stored, the text kept


def refused(response: Any, status: int, told: str, kept: str = "Sänk farten.") -> None:
    """It was refused in words, and what was written is still in the form."""
    assert response.status_code == status
    assert told in words(response)
    assert kept in words(response).split("<textarea")[1]
    assert 'value="Astrid"' in words(response)
    assert response["Cache-Control"] == "no-store"


def test_a_comment_one_second_after_closing_is_refused(client: Client, dialogue: Any) -> None:
    with after(dialogue.phases.get()):
        refused(client.post(new(dialogue), sent()), 409, "This dialogue has closed")
        assert "<form class" not in words(client.get(new(dialogue))).split("<main")[1]
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("trait", ["hidden", "withdrawn"])
def test_a_reply_to_what_is_no_longer_published_is_refused(client: Client, dialogue: Any, trait: str) -> None:
    target = ContributionFactory(dialogue=dialogue, text="Kanariefågel", **{trait: True})
    ContributionFactory(dialogue=dialogue, reply_to=target)
    response = client.post(reply(target), sent())
    refused(response, 409, "no longer published")
    assert "Kanariefågel" not in words(response)
    assert "no longer published" in words(client.get(reply(target)))
    assert Contribution.objects.filter(text="Sänk farten.").count() == 0


def test_a_reply_to_what_waits_for_review_is_no_page(client: Client, dialogue: Any) -> None:
    target = ContributionFactory(dialogue=dialogue, pending=True)
    assert client.get(reply(target)).status_code == client.post(reply(target), sent()).status_code == 404


@pytest.mark.parametrize("name", ["new", "reply", "thread", "permalink"])
def test_a_forged_id_is_no_page(client: Client, site_tree: Any, name: str) -> None:
    for pk in (0, 999_999, site_tree.front.pk):
        response = client.get(reverse(f"participation_comments:{name}", args=[pk]))
        assert response.status_code == 404
        assert "<main" in words(response), "a page of the site, not a bare line"


def test_a_forged_phase_changes_nothing(client: Client) -> None:
    closed = DialogueFactory(closed=True)
    open_phase = DialogueFactory(open=True).phases.get()
    response = client.post(new(closed), sent(phase=str(open_phase.pk), phase_key=str(open_phase.translation_key)))
    refused(response, 409, "This dialogue has closed")


@pytest.mark.parametrize(
    ("text", "told"), [("", "Write something first"), (" \u202e\x00\n", "Write something first"), ("å" * 1_000_000, "1000000 characters")]
)
def test_no_text_and_too_much_text_are_refused(client: Client, dialogue: Any, text: str, told: str) -> None:
    refused(client.post(new(dialogue), sent(text)), 422, told, kept=text[:6000].strip(" \x00\n\u202e"))
    assert not Contribution.objects.exists()


def test_more_than_the_site_reads_is_answered_with_a_page(client: Client, dialogue: Any) -> None:
    response = client.post(new(dialogue), sent("å" * 3_000_000))
    assert response.status_code in (400, 413)
    assert "<main" in words(response)
    assert not Contribution.objects.exists()


def test_a_missing_name_is_asked_for(client: Client, dialogue: Any) -> None:
    response = client.post(new(dialogue), sent(author_name=" "))
    assert response.status_code == 422
    assert "Write a name or an alias" in words(response)
    assert "Sänk farten." in words(response)


def test_script_null_and_overrides_are_text_or_nothing(client: Client, dialogue: Any) -> None:
    response = client.post(new(dialogue), sent("<script>alert(1)</script>\x00\u202eabc", author_name="<b>Eva</b>\x00"), follow=True)
    given = Contribution.objects.get()
    assert (given.text, given.author_name) == ("<script>alert(1)</script>abc", "<b>Eva</b>")
    assert "<script>alert" not in words(response)
    assert "&lt;b&gt;Eva&lt;/b&gt;" in words(response)


def test_a_robot_is_told_and_nothing_is_stored(client: Client, dialogue: Any) -> None:
    response = client.post(new(dialogue), sent(webbplats="https://example.org"))
    refused(response, 422, "which robots do")
    assert "https://example.org" not in words(response), "a person whose browser filled it in can send again"
    assert not Contribution.objects.exists()


def test_a_form_without_its_key_is_sent_once_more(client: Client, dialogue: Any) -> None:
    for key in ("", "forged"):
        response = client.post(new(dialogue), sent(key=key))
        refused(response, 422, "The form was incomplete")
        assert f'name="key" value="{key}"' not in words(response)
    assert not Contribution.objects.exists()


def test_an_old_form_keeps_its_text(dialogue: Any) -> None:
    browser = Client(enforce_csrf_checks=True)
    refused(browser.post(new(dialogue), sent()), 403, "had been open for too long")
    assert not Contribution.objects.exists()
    browser.get(new(dialogue))
    token = browser.cookies[django_settings.CSRF_COOKIE_NAME].value
    assert browser.post(new(dialogue), sent(csrfmiddlewaretoken=token)).status_code == 302


def test_another_sites_form_is_refused(dialogue: Any) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.get(new(dialogue))
    token = browser.cookies[django_settings.CSRF_COOKIE_NAME].value
    response = browser.post(new(dialogue), sent(csrfmiddlewaretoken=token), headers={"Origin": "https://evil.example"})
    assert response.status_code == 403
    assert not Contribution.objects.exists()


# Twice, and too much


def test_a_form_sent_twice_is_one_comment(client: Client, dialogue: Any) -> None:
    form = sent()
    first, second = client.post(new(dialogue), form), client.post(new(dialogue), form)
    assert first["Location"] == second["Location"]
    assert Contribution.objects.count() == 1


def test_a_first_form_sent_twice_at_once_belongs_to_one_browser(dialogue: Any) -> None:
    form, first, second = sent(), Client(), Client()
    assert first.post(new(dialogue), form)["Location"] == second.post(new(dialogue), form)["Location"]
    assert Contribution.objects.count() == Participant.objects.filter(contributions__isnull=False).count() == 1
    assert first.cookies[COOKIE].value.split(":")[0] == second.cookies[COOKIE].value.split(":")[0]  # the rest holds the second of signing


def test_other_words_in_a_used_form_are_kept_with_a_new_key(client: Client, dialogue: Any) -> None:
    form = sent()
    client.post(new(dialogue), form)
    response = client.post(new(dialogue), form | {"text": "Något annat."})
    refused(response, 409, Contribution.objects.get().shown_code, kept="Något annat.")
    assert form["key"] not in words(response)


def test_too_much_at_once_pauses_only_the_one_who_does_it(client: Client, dialogue: Any, settings: Any) -> None:
    settings.GENSVAR_LIMITS = {**django_settings.GENSVAR_LIMITS, "contribute": "2/600"}
    for number in range(3):
        assert client.post(new(dialogue), sent(f"Nummer {number}")).status_code == 302
    response = client.post(new(dialogue), sent())
    refused(response, 429, "have to pause")
    assert response["Retry-After"] == "600"
    assert Client().post(new(dialogue), sent()).status_code == 302
    with clock.at(clock.now() + timedelta(minutes=10)):
        assert client.post(new(dialogue), sent()).status_code == 302


def test_an_address_has_a_limit_that_no_header_lifts(dialogue: Any, settings: Any) -> None:
    settings.GENSVAR_LIMITS = {**django_settings.GENSVAR_LIMITS, "contribute_address": "2/3600"}
    statuses = [Client().post(new(dialogue), sent(), headers={"X-Forwarded-For": f"10.0.0.{number}"}).status_code for number in range(3)]
    assert statuses == [302, 302, 429]
    assert Client().post(new(dialogue), sent(), REMOTE_ADDR="192.0.2.7").status_code == 302


# Officials


def test_an_official_answers_for_the_administration(client_of: Callable[..., Client], bo: Any) -> None:
    target = ContributionFactory(dialogue=DialogueFactory(closed=True))
    browser = client_of(bo)
    shown = words(browser.get(reply(target)))
    assert 'value="Trafikplanerare"' in shown
    assert 'name="official"' in shown
    response = browser.post(reply(target), sent("Vi mäter farten.", official="on", author_name="Bo, trafikplanerare"))
    assert response.status_code == 302
    answer = Contribution.objects.get(text="Vi mäter farten.")
    assert (answer.is_official, answer.author_name) == (True, "Bo, trafikplanerare")
    assert answer.participant.user == bo, "it is known who answered"


def test_nobody_else_answers_for_it(client_of: Callable[..., Client], astrid: Any) -> None:
    target = ContributionFactory()
    browser = client_of(astrid)
    assert 'name="official"' not in words(browser.get(reply(target)))
    browser.post(reply(target), sent("Falskt svar", official="on"))
    assert not Contribution.objects.get(text="Falskt svar").is_official


# Who may see it


def test_a_restricted_dialogue_has_no_pages_for_others(dialogue: Any) -> None:
    given = ContributionFactory(dialogue=dialogue)
    restriction = PageViewRestriction.objects.create(page=dialogue, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Inbjudna"))
    for address in (new(dialogue), reply(given), permalink(given), reverse("participation_comments:thread", args=[given.pk])):
        assert Client().get(address).status_code == 404
    assert Client().post(new(dialogue), sent()).status_code == 404
    assert Contribution.objects.count() == 1


def test_a_draft_takes_no_comments(client: Client) -> None:
    draft = DialogueFactory(draft=True)
    assert client.get(new(draft)).status_code == client.post(new(draft), sent()).status_code == 404


def test_what_waits_for_review_is_said_on_the_receipt(client: Client) -> None:
    dialogue = DialogueFactory(open=True, publishing=Publishing.BEFORE)
    shown = words(client.post(new(dialogue), sent("Kanariefågel"), follow=True))
    assert "Waiting for review" in shown
    assert "Kanariefågel" in shown, "the one who wrote it"
    given = Contribution.objects.get()
    assert given.state == ContributionState.PENDING
    assert client.get(permalink(given)).status_code == 404


# Lasting links and whole threads


def test_a_lasting_link_lands_on_the_page_of_the_thread(client: Client, dialogue: Any) -> None:
    now = clock.now()
    made = [ContributionFactory(dialogue=dialogue, received_at=now - timedelta(minutes=number)) for number in range(25)]
    answer = ContributionFactory(dialogue=dialogue, reply_to=made[24])
    assert client.get(permalink(made[0]))["Location"] == f"{dialogue.url}#c{made[0].pk}"
    assert client.get(permalink(made[20]))["Location"] == f"{dialogue.url}?sida=2#c{made[20].pk}"
    location = client.get(permalink(answer))["Location"]
    assert location == f"{dialogue.url}?sida=2#c{answer.pk}"
    assert f'id="c{answer.pk}"' in words(client.get(location))


def test_a_lasting_link_to_a_folded_reply_lands_in_the_whole_thread(client: Client, dialogue: Any) -> None:
    root = ContributionFactory(dialogue=dialogue)
    replies = [ContributionFactory(dialogue=dialogue, reply_to=root) for _number in range(53)]
    thread = reverse("participation_comments:thread", args=[root.pk])
    assert client.get(permalink(replies[2]))["Location"].startswith(dialogue.url)
    assert client.get(permalink(replies[3]))["Location"] == f"{thread}#c{replies[3].pk}"
    location = client.get(permalink(replies[52]))["Location"]
    assert location == f"{thread}?sida=2#c{replies[52].pk}"
    assert f'id="c{replies[52].pk}"' in words(client.get(location))


def test_a_lasting_link_keeps_to_the_readers_language(client: Client, dialogue: Any) -> None:
    english = translated(dialogue)
    given = ContributionFactory(dialogue=dialogue)
    assert client.get(permalink(given))["Location"].startswith(english.url)
    with translation.override("sv"):
        assert client.get(permalink(given))["Location"].startswith(dialogue.url)


def test_a_hidden_comment_still_has_its_place_and_a_withdrawn_one_has_none(client: Client, dialogue: Any) -> None:
    assert client.get(permalink(ContributionFactory(dialogue=dialogue, hidden=True))).status_code == 302
    assert client.get(permalink(ContributionFactory(dialogue=dialogue, withdrawn=True))).status_code == 404


def test_a_whole_thread_repeats_nothing_hidden(client: Client, dialogue: Any) -> None:
    root = ContributionFactory(dialogue=dialogue, hidden=True, text="Kanariefågel", author_name="Kanarie")
    ContributionFactory(dialogue=dialogue, reply_to=root, text="Ett svar")
    shown = words(client.get(reverse("participation_comments:thread", args=[root.pk])))
    assert "Ett svar" in shown
    assert "Kanarie" not in shown


def test_a_replys_thread_is_its_roots(client: Client) -> None:
    given = ContributionFactory(reply=True)
    response = client.get(reverse("participation_comments:thread", args=[given.pk]))
    assert response["Location"] == reverse("participation_comments:thread", args=[given.thread_root_id])
