"""Whose own a contribution is, and who is told what happens to it."""

from typing import Any

import pytest

from cms import clock
from cms.following.followers import follower_for_user
from cms.following.models import Follower
from participation.events.owners import asked_in, askers_in, behind_themes, own_contributions, owner_of, owners_by_contribution, owners_of
from participation.models import Contribution, ContributionContact
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(closed=True)


@pytest.fixture
def hers(dialogue: Any, astrid: Any) -> Contribution:
    """What Astrid wrote with her account."""
    return ContributionFactory(dialogue=dialogue, participant=ParticipantFactory(user=astrid))


def left(contribution: Contribution, address: str, **facts: Any) -> Follower:
    """An address left with a contribution, confirmed unless said otherwise."""
    follower = Follower.objects.create(address=address, created_at=clock.now(), confirmed_at=clock.now(), language="sv")
    facts = {"confirmed_at": clock.now()} | facts
    ContributionContact.objects.create(contribution=contribution, follower=follower, left_at=clock.now(), **facts)
    return follower


def test_an_account_is_told_without_asking_and_followed_from_then_on(hers: Contribution, astrid: Any) -> None:
    owner = owner_of(hers)
    assert owner is not None and owner.user == astrid
    assert owner_of(None) is None


def test_an_account_that_said_no_or_is_closed_hears_nothing(hers: Contribution, astrid: Any, dialogue: Any) -> None:
    other = ContributionFactory(dialogue=dialogue, participant=hers.participant)
    left(other, "nej@example.org", declined_at=clock.now())
    assert owner_of(other) is None and owner_of(hers) is not None
    astrid.is_active = False
    astrid.save()
    assert owner_of(hers) is None


def test_an_address_hears_once_it_is_confirmed(dialogue: Any) -> None:
    yes, maybe, silent = ContributionFactory.create_batch(3, dialogue=dialogue)
    follower = left(yes, "ja@example.org")
    left(maybe, "kanske@example.org", confirmed_at=None)
    assert list(owners_of([yes.pk, maybe.pk, silent.pk])) == [follower]


def test_the_owner_of_each_is_found_at_once(hers: Contribution, astrid: Any, dialogue: Any) -> None:
    others, nobodys = ContributionFactory.create_batch(2, dialogue=dialogue)
    follower = left(others, "ja@example.org")
    found = owners_by_contribution([hers.pk, others.pk, nobodys.pk])
    assert found == {hers.pk: follower_for_user(astrid), others.pk: follower}


def test_ones_own_are_those_one_is_told_of_in_that_dialogue(hers: Contribution, astrid: Any, dialogue: Any) -> None:
    ContributionFactory(participant=hers.participant)
    other = ContributionFactory(dialogue=dialogue)
    follower = left(other, "ja@example.org")
    assert list(own_contributions(follower_for_user(astrid), dialogue.pk)) == [hers]
    assert list(own_contributions(follower, dialogue.pk)) == [other]
    assert not own_contributions(None, dialogue.pk)


def test_behind_a_theme_is_what_was_sorted_and_what_replies_to_it(dialogue: Any) -> None:
    first, _unsorted = ContributionFactory.create_batch(2, dialogue=dialogue)
    reply = ContributionFactory(dialogue=dialogue, reply_to=first)
    ContributionFactory(dialogue=dialogue, reply_to=first, official=True)
    hidden = ContributionFactory(dialogue=dialogue, hidden=True)
    ThemeFactory(dialogue=dialogue, contributions=[first, hidden])
    assert set(behind_themes(dialogue.pk)) == {first, reply}
    lamps = ContributionFactory(dialogue=dialogue)
    theme = ThemeFactory(dialogue=dialogue, contributions=[lamps])
    assert set(behind_themes(dialogue.pk, {theme.pk})) == {lamps}


def test_who_asked_waits_while_the_words_are_published_or_read_first(dialogue: Any) -> None:
    published, pending = ContributionFactory(dialogue=dialogue), ContributionFactory(dialogue=dialogue, pending=True)
    ContributionFactory(dialogue=dialogue, hidden=True)
    ContributionFactory(dialogue=dialogue, withdrawn=True)
    ContributionFactory(dialogue=dialogue, official=True)
    assert set(asked_in(dialogue.pk)) == {published, pending}
    follower = left(pending, "ja@example.org")
    assert list(askers_in(dialogue.pk)) == [follower]
