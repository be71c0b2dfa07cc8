"""A form is asked again: who may go on how, what is told of what is gone, and to whom."""

from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from cms.accounts.models import Participant
from cms.http.opened_for import NOW_FIELD
from participation.choices import ContributionState
from participation.contributions.actions import withdraw_contribution
from participation.models import Contribution, ContributionContact, Support
from tests.contract.open_forms import draw, fields_of, forms_of
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, UserFactory
from tests.participation.methods.poll.polls import PollFactory
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

WORDS = {"text": "Sänk farten vid skolan.", "author_name": "Grannen"}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(open=True)


def new(dialogue: Any) -> str:
    return reverse("participation_comments:new", args=[dialogue.pk])


def reply(target: Any) -> str:
    return reverse("participation_comments:reply", args=[target.pk])


def html_of(answer: Any) -> str:
    return str(answer.content.decode())


def button(answer: Any) -> dict[str, str]:
    """What the button adds that sends the form as who is there now; nothing where there is none."""
    found = forms_of(answer)[0].select_one(f"button[name={NOW_FIELD}]")
    return {NOW_FIELD: str(found["value"])} if found else {}


def end_session(client: Client) -> None:
    del client.cookies[django_settings.SESSION_COOKIE_NAME]


def kept(answer: Any) -> dict[str, Any]:
    return fields_of(forms_of(answer)[0])


# Who sends it


def test_without_an_account_it_is_sent_by_its_own_button_and_the_wish_to_be_told_is_kept(dialogue, astrid, client_of):
    client = client_of(astrid)
    sent = draw(client, new(dialogue)) | WORDS
    assert sent["tell_me"] == "on"
    end_session(client)
    answer = client.post(new(dialogue), sent)
    assert answer.status_code == 409 and astrid.email not in html_of(answer)
    asked = client.post(new(dialogue), kept(answer) | button(answer))
    assert asked.status_code == 422 and "Du ville få veta" in html_of(asked) and "Sänk farten" in html_of(asked)
    done = client.post(new(dialogue), kept(asked) | {"address": "eva@example.org"})
    assert done.status_code == 302
    given = Contribution.objects.get()
    assert given.participant.user is None and given.author_name == "Grannen"
    assert ContributionContact.objects.get().follower.address == "eva@example.org"


def test_logged_in_meanwhile_the_address_that_was_written_becomes_a_question(dialogue, astrid):
    client = Client()
    sent = draw(client, new(dialogue)) | WORDS | {"address": "eva@example.org"}
    sign_in(client, astrid)
    answer = client.post(new(dialogue), sent)
    assert "eva@example.org" in html_of(answer) and f"Skicka som {astrid}" in html_of(answer)
    asked = client.post(new(dialogue), kept(answer) | button(answer))
    assert asked.status_code == 422
    assert client.post(new(dialogue), kept(asked)).status_code == 302
    assert ContributionContact.objects.get().follower.user == astrid
    assert Participant.objects.get(contributions__isnull=False).user == astrid


def test_an_answer_of_the_administration_never_becomes_a_citizens_comment(dialogue, bo, client_of):
    target, client = ContributionFactory(dialogue=dialogue), client_of(bo)
    sent = draw(client, reply(target)) | {"text": "Vi mäter farten.", "official": "on"}
    end_session(client)
    answer = client.post(reply(target), sent)
    assert answer.status_code == 409 and button(answer) == {}
    assert kept(answer)["official"] == "on" and "Vi mäter farten." in html_of(answer)
    assert Contribution.objects.count() == 1
    sign_in(client, bo)
    assert client.post(reply(target), kept(answer)).status_code == 302
    given = Contribution.objects.get(text="Vi mäter farten.")
    assert given.is_official and given.participant.user == bo


def test_a_form_that_claims_an_office_is_not_taken_from_nobody(dialogue):
    target = ContributionFactory(dialogue=dialogue)
    answer = Client().post(reply(target), {**WORDS, "official": "on", "key": str(uuid4())})
    assert answer.status_code == 409 and "Du är utloggad" in html_of(answer) and button(answer) == {}
    assert Contribution.objects.count() == 1


def test_a_poll_below_an_unpublished_dialogue_says_that_it_is_not_published(client):
    poll = PollFactory()
    url = reverse("participation_poll:vote", args=[poll.pk])
    sent = draw(client, url)
    poll.dialogue.unpublish()
    answer = client.post(url, sent)
    assert answer.status_code == 409 and "inte publicerat längre" in html_of(answer)


def test_who_has_lost_the_office_meanwhile_is_told_so(dialogue, dag, client_of):
    target, client = ContributionFactory(dialogue=dialogue), client_of(dag)
    sent = draw(client, reply(target)) | {"text": "Vi mäter farten.", "official": "on"}
    for group in dag.groups.all():
        group.page_permissions.all().delete()
    answer = client.post(reply(target), sent)
    assert answer.status_code == 409 and "Du svarar inte längre för förvaltningen" in html_of(answer)
    assert "Vi mäter farten." in html_of(answer) and Contribution.objects.count() == 1


@pytest.mark.parametrize("name", ["support", "withdraw", "edit"])
def test_what_counts_once_for_a_person_or_is_theirs_has_no_way_as_somebody_else(name, dialogue, astrid, client_of):
    own = {} if name == "support" else {"participant": ParticipantFactory(user=astrid, browser_digest=None)}
    given, client = ContributionFactory(dialogue=dialogue, **own), client_of(astrid)
    url = reverse(f"participation:{name}", args=[given.pk])
    sent = draw(client, url)
    end_session(client)
    answer = client.post(url, sent)
    assert answer.status_code == 409 and button(answer) == {}
    sign_in(client, UserFactory())
    another = client.post(url, sent)
    assert another.status_code == 409 and button(another) == {} and "Öppna formuläret på nytt" in html_of(another)
    assert not Support.objects.exists()


def test_a_report_may_be_sent_without_an_account(dialogue, astrid, client_of):
    given, client = ContributionFactory(dialogue=dialogue), client_of(astrid)
    url = reverse("participation:report", args=[given.pk])
    sent = draw(client, url) | {"details": "Det är reklam."}
    end_session(client)
    answer = client.post(url, sent)
    assert client.post(url, kept(answer) | button(answer)).status_code == 302
    assert given.reports.get().participant.user is None


def test_a_form_that_cannot_be_read_is_sent_once_more(dialogue):
    client = Client()
    answer = client.post(new(dialogue), draw(client, new(dialogue)) | WORDS | {"opened_for": "forged"})
    assert answer.status_code == 409 and "Sänk farten" in html_of(answer)
    assert client.post(new(dialogue), kept(answer)).status_code == 302


def test_in_a_page_only_the_part_comes(dialogue, astrid, client_of):
    client = client_of(astrid)
    sent = draw(client, new(dialogue)) | WORDS
    end_session(client)
    answer = client.post(new(dialogue), sent, headers=HTMX)
    assert answer.status_code == 409 and "<html" not in html_of(answer)
    assert 'hx-target="closest [data-kept]"' in html_of(answer) and "Sänk farten" in html_of(answer)
    done = client.post(new(dialogue), kept(answer) | button(answer) | {"tell_me": ""}, headers=HTMX)
    assert "HX-Redirect" in done


def test_a_second_factor_that_is_missing_loses_no_text(dialogue, bo, client_with_password):
    client = Client()
    sent = draw(client, new(dialogue)) | WORDS
    sign_in(client, bo, second_factor=False)
    answer = client.post(new(dialogue), sent)
    assert answer.status_code == 409 and "Sänk farten" in html_of(answer) and "andra faktor" in html_of(answer)
    assert not Contribution.objects.exists()


# Twice


def test_sent_twice_around_the_end_of_a_session_it_is_one_comment(dialogue, astrid, client_of):
    client = client_of(astrid)
    sent = draw(client, new(dialogue)) | WORDS
    assert client.post(new(dialogue), sent).status_code == 302
    end_session(client)
    answer = client.post(new(dialogue), sent)
    assert answer.status_code == 409
    used = client.post(new(dialogue), kept(answer) | button(answer) | {"tell_me": ""})
    assert used.status_code == 409 and "Sänk farten" in html_of(used)
    sign_in(client, astrid)
    again = client.post(new(dialogue), kept(answer))
    assert again.status_code == 302 and Contribution.objects.get().shown_code in again["Location"]


def test_sent_twice_around_an_unpublication_the_receipt_comes_again(dialogue):
    client = Client()
    sent = draw(client, new(dialogue)) | WORDS
    first = client.post(new(dialogue), sent)
    dialogue.unpublish()
    second = client.post(new(dialogue), sent)
    assert second.status_code == 302 and Contribution.objects.get().shown_code in second["Location"]
    assert first.status_code == 302


# What it is about is gone


def unpublish(dialogue: Any, target: Any) -> None:
    dialogue.unpublish()


def close_to_others(dialogue: Any, target: Any) -> None:
    row = PageViewRestriction.objects.create(page=dialogue, restriction_type=PageViewRestriction.GROUPS)
    row.groups.add(Group.objects.create(name="Inbjudna"))


def delete(dialogue: Any, target: Any) -> None:
    target.delete()


def withdraw(dialogue: Any, target: Any) -> None:
    withdraw_contribution(target, target.participant)


def review(dialogue: Any, target: Any) -> None:
    Contribution.objects.filter(pk=target.pk).update(state=ContributionState.PENDING)


@pytest.mark.parametrize(
    ("happens", "told"),
    [
        (unpublish, "inte publicerat längre"),
        (close_to_others, "visas bara för vissa"),
        (delete, "har tagits bort"),
        (withdraw, "tagits tillbaka"),
        (review, "väntar på granskning"),
    ],
)
def test_the_text_stays_and_the_words_say_what_happened(dialogue, happens, told):
    target, client = ContributionFactory(dialogue=dialogue, text="Kanariefågel"), Client()
    url = reply(target)
    sent = draw(client, url) | WORDS | {"address": "eva@example.org"}
    happens(dialogue, target)
    answer = client.post(url, sent)
    html = html_of(answer)
    assert answer.status_code == 409 and told in html
    assert kept(answer)["text"] == WORDS["text"] and kept(answer)["address"] == "eva@example.org"
    assert "Kanariefågel" not in html and dialogue.title not in html.split("<main")[1]
    assert Contribution.objects.filter(text=WORDS["text"]).count() == 0


@pytest.mark.parametrize("name", ["support", "report"])
def test_other_forms_say_it_too(name, dialogue):
    target, client = ContributionFactory(dialogue=dialogue), Client()
    url = reverse(f"participation:{name}", args=[target.pk])
    sent = draw(client, url) | {"details": "Det är reklam."}
    dialogue.unpublish()
    answer = client.post(url, sent)
    assert answer.status_code == 409 and "inte publicerat längre" in html_of(answer) and "Det är reklam." in html_of(answer)


def test_a_request_to_follow_what_is_gone_keeps_the_address(dialogue):
    client, url = Client(), reverse("following:follow", args=["participation.dialogue", dialogue.pk])
    sent = draw(client, url) | {"address": "eva@example.org"}
    dialogue.unpublish()
    cache.clear()  # what can be followed is remembered for some seconds
    answer = client.post(url, sent)
    assert answer.status_code == 409 and "eva@example.org" in html_of(answer)


def test_nothing_is_told_to_whom_it_was_never_shown(dialogue, astrid, client_of):
    """A signature of another address, of another account, or of the page's head opens nothing."""
    hidden, shown = ContributionFactory(dialogue=DialogueFactory(draft=True)), ContributionFactory(dialogue=dialogue)
    client = client_of(astrid)
    other = draw(client, reply(shown)) | WORDS
    head = fields_of(client_form_of_head(client, reply(hidden)))
    for fields in (other, head | WORDS, WORDS):
        told, missing = client.post(reply(hidden), fields), client.post("/_/comments/999999/reply/", fields)
        assert told.status_code == missing.status_code == 404
        assert "publicer" not in html_of(told).split("<main")[1].split("<footer")[0]
    assert "Sänk farten" in html_of(client.post(reply(hidden), other)), "even so it is not lost"


def client_form_of_head(client: Client, url: str) -> Any:
    """The form with which one logs out, on the page that says that there is no such page."""
    found = BeautifulSoup(client.get(url).content.decode(), "html.parser").select_one("header form")
    assert found is not None
    return found


# The token


def strict(dialogue: Any) -> tuple[Client, dict[str, Any]]:
    """A browser as it is, with a form that it has opened."""
    client = Client(enforce_csrf_checks=True)
    return client, draw(client, new(dialogue)) | WORDS


def test_a_browser_without_cookies_is_told_so_every_time(dialogue):
    client, sent = strict(dialogue)
    for _time in range(2):
        client.cookies.clear()
        answer = client.post(new(dialogue), sent)
        assert answer.status_code == 403 and "tar inte emot kakor" in html_of(answer) and "Sänk farten" in html_of(answer)
        sent = kept(answer)
    assert "länge" not in html_of(answer)


@pytest.mark.parametrize("url", ["/konto/signup/", "/konto/login/"])
def test_other_forms_tell_it_too(url):
    client = Client(enforce_csrf_checks=True)
    sent = draw(client, url) | {"email": "ny@example.org", "password1": "en-lang-fras-7"}
    client.cookies.clear()
    answer = client.post(url, sent)
    assert answer.status_code == 403 and "tar inte emot kakor" in html_of(answer)
    assert "ny@example.org" in html_of(answer) and "en-lang-fras-7" not in html_of(answer)


def test_a_form_that_waited_while_somebody_logged_in_again_is_sent_at_once(dialogue, astrid):
    client = Client(enforce_csrf_checks=True)
    sign_in(client, astrid)
    sent = draw(client, new(dialogue)) | WORDS
    end_session(client)
    answer = client.post(new(dialogue), sent)
    assert answer.status_code == 409
    sign_in(client, astrid)
    client.cookies[django_settings.CSRF_COOKIE_NAME] = "n" * 32  # logging in changes it
    assert client.post(new(dialogue), kept(answer)).status_code == 302
    assert Contribution.objects.get().participant.user == astrid


def test_another_sites_form_is_refused_even_with_a_signature(dialogue, astrid):
    client = Client(enforce_csrf_checks=True)
    sign_in(client, astrid)
    sent = draw(client, new(dialogue)) | WORDS
    assert client.post(new(dialogue), sent, headers={"Origin": "https://evil.example"}).status_code == 403
    assert not Contribution.objects.exists()


def test_logged_in_meanwhile_the_new_token_is_no_riddle(dialogue, astrid):
    client, sent = strict(dialogue)
    sign_in(client, astrid)
    client.cookies[django_settings.CSRF_COOKIE_NAME] = "n" * 32
    answer = client.post(new(dialogue), sent)
    assert answer.status_code == 409 and "Du är inloggad nu" in html_of(answer)


def test_after_a_login_in_a_new_tab_one_is_sent_back_to_the_form(astrid, client_of):
    assert Client().get(reverse("logged_in")).status_code == 302
    answer = client_of(astrid).get(reverse("logged_in"))
    assert "Gå tillbaka till fliken" in html_of(answer) and "no-store" in answer["Cache-Control"]


def test_the_admin_keeps_its_own_way(cecilia, client_of):
    client = client_of(cecilia)
    page = client.get("/admin/").content.decode()
    assert "opened_for" not in page
