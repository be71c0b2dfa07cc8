"""The receipt by mail: once, with its code."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from cms import clock
from cms.following.models import Follower
from participation.contributions.contacts import TellMe, keep_contact
from participation.models import Contribution
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory
from tests.outbox_tools import work_off
from tests.participation.contributions.contact_tools import comment, confirm_address
from tests.participation.news.conftest import heading_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(open=True)


def test_the_first_mail_brings_the_code_and_a_link_that_confirms(dialogue: Any) -> None:
    comment(dialogue, address="Astrid@Example.org")
    [mail] = work_off(sweep=False)
    code = Contribution.objects.get().shown_code
    assert mail.to == ["astrid@example.org"]
    assert code in heading_of(mail) and code in mail.body
    assert "Sänk farten" not in mail.body, "the address may be somebody else's"
    assert confirm_address(mail)


def test_a_strangers_address_is_not_flooded_and_the_comments_are_kept(dialogue: Any, settings: Any) -> None:
    settings.GENSVAR_LIMITS = settings.GENSVAR_LIMITS | {"contact_address": "2/86400"}
    for number in range(5):
        comment(dialogue, address="offer@example.org", text=f"Kommentar {number}")
    assert len(work_off(sweep=False)) == 2
    assert Contribution.objects.count() == 5


def test_every_mail_to_who_asked_has_a_link_that_ends_it(dialogue: Any, astrid: Any) -> None:
    given = ContributionFactory(dialogue=dialogue, participant=ParticipantFactory(user=astrid))
    keep_contact(given, TellMe(account=astrid, wanted=True))
    [mail] = work_off(sweep=False)
    url = mail.extra_headers["List-Unsubscribe"].strip("<>").partition("testserver")[2]
    assert url in mail.body
    assert "allt du har skrivit" in Client().get(url).content.decode()
    assert Client().post(url).status_code == 200
    assert not Follower.objects.get(user=astrid).hears_own


def test_an_unconfirmed_address_gets_its_confirmation_and_no_more(dialogue: Any) -> None:
    comment(dialogue, address="astrid@example.org")
    [mail] = work_off(sweep=False)
    assert "List-Unsubscribe" not in mail.extra_headers, "there is nothing to end"
    dialogue.cancelled_on, dialogue.cancelled_reason = clock.today(), "Frågan drogs tillbaka."
    dialogue.save_revision().publish()
    assert [letter.subject for letter in work_off()] == [mail.subject]


@pytest.mark.parametrize("receipts_first", [True, False])
def test_receipts_and_links_of_following_share_one_daily_number(dialogue: Any, receipts_first: bool) -> None:
    def ask_to_follow() -> None:
        url = reverse("following:follow", args=["participation.dialogue", dialogue.pk])
        answer = Client().post(url, {"address": "offer@example.org", "pace": "at_once", "key": uuid4()})
        assert answer.status_code == 302

    def leave_address() -> None:
        comment(dialogue, address="Offer@Example.org", text=f"Kommentar {uuid4()}")

    for ask in (leave_address, ask_to_follow) if receipts_first else (ask_to_follow, leave_address):
        for _twice in range(2):
            ask()
    subjects = [mail.subject for mail in work_off(sweep=False)]
    receipts = sum("kvittens" in subject.lower() for subject in subjects)
    assert (len(subjects), receipts) == (3, 2 if receipts_first else 1)
