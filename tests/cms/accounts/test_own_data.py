"""One's own page, a copy of everything, and being erased: only for whoever asks, and kept nowhere."""

import json
import time
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from cms.accounts.erasure import ErasureRefused, erase_person
from cms.accounts.erasure_list import list_path
from cms.accounts.models import Erasure, Participant
from cms.accounts.my_page import MyPageSection, my_page_sections
from cms.accounts.personal_data import person_for
from cms.following.actions import follow_as
from cms.organisation.roles import coordinator_group
from cms.outbox.models import Job
from participation.models import Contribution, ContributionRevision, Support
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, UserFactory
from tests.outbox_tools import work_off

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

PAGES = ("my_page", "own_data", "erase")


@pytest.fixture
def astrids(astrid: Any) -> Any:
    """What Astrid wrote with her account, and somebody else's words beside it."""
    participant = ParticipantFactory(user=astrid)
    dialogue = DialogueFactory(open=True)
    ContributionFactory(dialogue=dialogue, text="Någon annans ord.", participant=ParticipantFactory())
    return ContributionFactory(dialogue=dialogue, text="Sänk farten vid skolan.", author_name="Astrid", participant=participant)


@pytest.fixture
def hers(astrid: Any, astrids: Any, client_of: Any) -> Client:
    """Astrid's browser, where she has just proved who she is."""
    return just_proved(client_of(astrid))


def just_proved(client: Client) -> Client:
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time()}]
    session.save()
    return client


def text(response: Any) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


def test_my_page_shows_what_one_wrote_and_leads_to_its_receipt(hers: Client, astrids: Any) -> None:
    answer = hers.get(reverse("my_page"))
    shown = text(answer)
    assert "Sänk farten vid skolan." in shown and "Någon annans ord." not in shown
    assert reverse("participation:receipt_detail", args=[astrids.shown_code]) in shown
    assert reverse("following:mine") in shown
    assert "no-store" in answer["Cache-Control"]


def test_an_empty_page_invites(client_of: Any, astrid: Any) -> None:
    assert "Du har inte skrivit något än." in text(client_of(astrid).get(reverse("my_page")))


@pytest.mark.parametrize("name", PAGES)
def test_nobody_else_sees_them(name: str) -> None:
    answer = Client().get(reverse(name))
    assert answer.status_code == 302 and "/konto/login/" in answer["Location"]


@pytest.mark.parametrize("name", ["own_data", "erase"])
def test_a_copy_and_an_erasure_ask_who_it_is_once_more(client_of: Any, astrid: Any, name: str) -> None:
    client = client_of(astrid)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time() - 3600}]
    session.save()
    for answer in (client.get(reverse(name)), client.post(reverse(name), {"format": "json"})):
        assert "reauthenticate" in answer["Location"]


def test_the_file_holds_everything_and_nothing_of_others(hers: Client) -> None:
    answer = hers.post(reverse("own_data"), {"format": "json"})
    assert "no-store" in answer["Cache-Control"] and "attachment" in answer["Content-Disposition"]
    data = json.loads(text(answer))
    sections = {section["name"]: section["rows"] for section in data["sections"]}
    assert data["format"] == "gensvar-own-data-1"
    assert sections["account"][0]["email"] == "astrid@example.org"
    assert [row["text"] for row in sections["contributions"]] == ["Sänk farten vid skolan."]
    assert "Någon annans ord." not in json.dumps(data, ensure_ascii=False)


def test_the_readable_copy_says_the_same(hers: Client) -> None:
    shown = text(hers.post(reverse("own_data"), {"format": "html"}))
    assert "Sänk farten vid skolan." in shown and "astrid@example.org" in shown


def test_a_copy_is_at_no_address_and_not_there_after_logout(hers: Client) -> None:
    hers.post(reverse("own_data"), {"format": "json"})
    assert "Sänk farten vid skolan." not in text(hers.get(reverse("own_data"), {"format": "json"}))
    hers.logout()
    assert hers.post(reverse("own_data"), {"format": "json"}).status_code == 302


def test_many_copies_are_paused(hers: Client, settings: Any) -> None:
    settings.GENSVAR_LIMITS = settings.GENSVAR_LIMITS | {"own_data": "2/3600"}
    assert [hers.post(reverse("own_data"), {"format": "json"}).status_code for _n in range(3)] == [200, 200, 429]


def test_erasing_says_what_goes_and_what_stays(hers: Client) -> None:
    shown = text(hers.get(reverse("erase")))
    assert "Det här raderas" in shown and "allmän handling" in shown and "artikel 17.3" in shown


@pytest.mark.parametrize("word", ["", "ja"])
def test_without_the_word_nothing_is_erased(hers: Client, word: str) -> None:
    assert hers.post(reverse("erase"), {"word": word}).status_code == 422
    assert get_user_model().objects.filter(email="astrid@example.org").exists()


def test_erased_is_the_person_and_not_the_public_record(hers: Client, astrid: Any, astrids: Any) -> None:
    follow_as(astrid, "participation.dialogue", astrids.dialogue_id, "at_once", "sv")
    other = Client()
    other.force_login(astrid, backend="django.contrib.auth.backends.ModelBackend")
    answer = hers.post(reverse("erase"), {"word": "radera"}, follow=True)
    assert "Du är raderad" in text(answer)
    astrids.refresh_from_db()
    assert (astrids.text, astrids.author_name, astrids.participant) == ("Sänk farten vid skolan.", "Astrid", None)
    assert not get_user_model().objects.filter(pk=astrid.pk).exists()
    assert other.get(reverse("my_page")).status_code == 302, "logged out everywhere"
    assert [letter.to for letter in work_off()] == [["astrid@example.org"]]
    assert not Job.objects.filter(payload__icontains="astrid").exists()


def test_names_and_texts_go_when_that_is_chosen(hers: Client, astrids: Any) -> None:
    supported = ContributionFactory(dialogue=astrids.dialogue, support_count=1)
    Support.objects.create(contribution=supported, participant=astrids.participant, given_at=astrids.received_at)
    hers.post(reverse("erase"), {"word": "RADERA", "options": ["names", "texts"]})
    astrids.refresh_from_db()
    supported.refresh_from_db()
    assert (astrids.text, astrids.state, supported.support_count) == ("", "withdrawn", 0)
    assert ContributionRevision.objects.filter(contribution=astrids, text="Sänk farten vid skolan.").exists(), "the record keeps it"


def test_who_runs_the_site_or_is_the_last_coordinator_or_owes_answers_stays(db: None) -> None:
    admin, last, owing = UserFactory(admin=True), UserFactory(staff=True), UserFactory(staff=True)
    last.groups.add(coordinator_group())
    DialogueFactory(closed=True, feedback_responsible=owing, title="Trygga skolvägar")
    for user in (admin, last, owing):
        with pytest.raises(ErasureRefused) as refused:
            erase_person(person_for(user=user))
        assert refused.value.messages
    assert "Trygga skolvägar" in str(refused.value)
    assert not Erasure.objects.exists()


def test_a_restored_backup_forgets_again(astrid: Any, astrids: Any, django_capture_on_commit_callbacks: Any) -> None:
    joined, participant = astrid.date_joined, astrids.participant
    pk = astrid.pk
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(person_for(user=astrid))
    assert "astrid" not in list_path().read_text()
    restored = UserFactory(pk=pk, email="astrid@example.org", date_joined=joined)
    Participant.objects.filter(pk=participant.pk).update(user=restored)
    Erasure.objects.all().delete()
    stranger = UserFactory(email="annan@example.org", date_joined=joined + timedelta(days=1))
    call_command("replay_erasures", str(list_path()), verbosity=0)
    call_command("replay_erasures", str(list_path()), verbosity=0)
    assert not get_user_model().objects.filter(email="astrid@example.org").exists()
    assert get_user_model().objects.filter(pk=stranger.pk).exists()
    assert Erasure.objects.count() == 1


def test_a_browser_without_account_sees_copies_and_erases_its_own() -> None:
    dialogue, guest = DialogueFactory(open=True), Client()
    guest.post(
        reverse("participation_comments:new", args=[dialogue.pk]),
        {"key": "00000000-0000-4000-8000-000000000001", "text": "Från webbläsaren.", "author_name": "Gäst", "webbplats": ""},
    )
    page = guest.get(reverse("guest_page"))
    assert "Från webbläsaren." in text(page) and "no-store" in page["Cache-Control"]
    assert "Från webbläsaren." not in text(Client().get(reverse("guest_page")))
    assert "Från webbläsaren." in text(guest.post(reverse("guest_data"), {"format": "json"}))
    guest.post(reverse("guest_erase"), {"word": "radera"})
    assert Contribution.objects.get(text="Från webbläsaren.").participant is None
    assert "Från webbläsaren." not in text(guest.get(reverse("guest_page")))
    assert mail.outbox == []


def test_plugins_add_sections_in_their_order_and_leave_them_out(hers: Client) -> None:
    template = "cms/own_data/rights.html"
    sections = [
        MyPageSection("test_left_out", "Utelämnad", template, lambda request, person: None, order=1),
        MyPageSection("test_first", "Först", template, lambda request, person: {"data_url": "/forst/", "erase_url": "#"}, order=2),
    ]
    for section in sections:
        my_page_sections.register(section)
    try:
        shown = text(hers.get(reverse("my_page")))
    finally:
        for section in sections:
            my_page_sections.unregister(section.name)
    assert shown.index("/forst/") < shown.index("Sänk farten vid skolan.")
    assert shown.count('href="/forst/"') == 1
