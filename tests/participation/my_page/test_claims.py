"""What was written before somebody logged in comes to their account when they say so, and by no code."""

from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from cms import clock
from cms.accounts.models import Participant
from cms.following.followers import confirm_follower, follower_for_address, follower_for_user
from participation.models import Contribution, ContributionContact, Support
from participation.my_page.claims import ClaimRefused, claim_contributions, claimable_by
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(open=True)


@pytest.fixture
def browser() -> Client:
    return Client()


def write(browser: Client, dialogue: Any, text: str = "Från webbläsaren.") -> Contribution:
    form = {"key": str(uuid4()), "text": text, "author_name": "Gäst", "webbplats": ""}
    browser.post(reverse("participation_comments:new", args=[dialogue.pk]), form)
    return Contribution.objects.get(text=text)


def agree(contribution: Any, participant: Any) -> None:
    Support.objects.create(contribution=contribution, participant=participant, given_at=clock.now())
    Contribution.objects.filter(pk=contribution.pk).update(support_count=contribution.supporters.count())


def log_in(browser: Client, person: Any) -> Client:
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return browser


def test_what_the_browser_sent_is_offered_and_comes_when_ticked(browser: Client, dialogue: Any, astrid: Any) -> None:
    first, second = write(browser, dialogue), write(browser, dialogue, "En gång till.")
    log_in(browser, astrid)
    shown = browser.get(reverse("my_page")).content.decode()
    assert "Det här skrev du innan du loggade in: 2 synpunkter" in shown
    assert first.participant.user is None, "nothing comes by itself"
    browser.post(reverse("participation:claim"), {"contributions": [first.pk]})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.participant.user, second.participant.user) == (astrid, None)


def test_an_account_without_a_confirmed_address_claims_nothing(browser: Client, dialogue: Any, astrid: Any) -> None:
    given = write(browser, dialogue)
    EmailAddress.objects.filter(user=astrid).update(verified=False)
    assert not claimable_by(astrid, given.participant)
    with pytest.raises(ClaimRefused):
        claim_contributions(astrid, given.participant, [given.pk])


def test_foreign_numbers_refuse_everything(browser: Client, dialogue: Any, astrid: Any) -> None:
    own, foreign = write(browser, dialogue), ContributionFactory(dialogue=dialogue, participant=ParticipantFactory())
    log_in(browser, astrid).post(reverse("participation:claim"), {"contributions": [own.pk, foreign.pk]})
    own.refresh_from_db()
    foreign.refresh_from_db()
    assert own.participant.user is None and foreign.participant.user is None


def test_a_code_shows_and_never_claims(dialogue: Any, astrid: Any, client_of: Any) -> None:
    given = ContributionFactory(dialogue=dialogue, participant=ParticipantFactory())
    client = client_of(astrid)
    assert client.get(reverse("participation:receipt_detail", args=[given.shown_code])).status_code == 200
    client.post(reverse("participation:claim"), {"contributions": [given.pk], "code": given.receipt_code})
    given.refresh_from_db()
    assert given.participant.user is None
    assert not claimable_by(astrid, None)


def test_by_the_confirmed_address_left_with_it(dialogue: Any, astrid: Any) -> None:
    given = ContributionFactory(dialogue=dialogue, participant=ParticipantFactory())
    follower = follower_for_address("annan@example.org", "sv")
    contact = ContributionContact.objects.create(contribution=given, follower=follower, left_at=clock.now())
    EmailAddress.objects.create(user=astrid, email="annan@example.org", verified=True)
    follower_for_user(astrid)
    assert not claimable_by(astrid, None), "whoever left the address has not shown that it is theirs"
    contact.refresh_from_db()
    confirm_follower(contact.follower)
    ContributionContact.objects.update(confirmed_at=clock.now())
    assert list(claimable_by(astrid, None).contributions) == [given]
    assert claim_contributions(astrid, None, [given.pk]) == 1
    given.refresh_from_db()
    assert given.participant.user == astrid


def test_supports_of_both_become_one_and_counts_are_exact(browser: Client, dialogue: Any, astrid: Any) -> None:
    mine = write(browser, dialogue)
    guest, account = mine.participant, Participant.objects.create(user=astrid, created_at=clock.now())
    both, only = ContributionFactory(dialogue=dialogue), ContributionFactory(dialogue=dialogue)
    agree(both, guest)
    agree(both, account)
    agree(only, guest)
    agree(mine, account)
    claim_contributions(astrid, guest, [mine.pk], supports=True)
    for row in (mine, both, only):
        row.refresh_from_db()
        assert row.support_count == row.supporters.count()
    assert (mine.support_count, both.support_count, only.support_count) == (0, 1, 1)


def test_what_another_account_wrote_is_never_on_offer(dialogue: Any, astrid: Any, bo: Any) -> None:
    theirs = ParticipantFactory(user=bo)
    ContributionFactory(dialogue=dialogue, participant=theirs)
    assert not claimable_by(astrid, theirs)
