"""Which follows a news item concerns, and how soon each follower is told: the quickest of the follows that match decides."""

from datetime import timedelta

import pytest

from cms import clock
from cms.following import matching
from cms.following.followers import follower_for_address, follower_for_user
from cms.following.matching import follows_concerned, is_for_letter, is_outcome, targets_of, told_at_once
from cms.following.models import Pace
from tests.cms.following.conftest import DONE, STREET, TOWN
from tests.cms.following.following_tools import dig, follow, follower

pytestmark = pytest.mark.django_db


def test_an_item_concerns_the_follows_of_what_it_belongs_to_that_were_there_before_it(world):
    who = follower()
    street, town = follow(who), follow(who, 2, kind=TOWN)
    follow(who, 2)
    item = dig()
    assert targets_of(item) == {(STREET, 1), (TOWN, 2)}
    assert follows_concerned(item, who, targets_of(item)) == [street, town]
    assert follows_concerned(item, who, [(STREET, 3)]) == []
    with clock.at(clock.now() - timedelta(hours=1)):
        before = dig(key="before")
    assert follows_concerned(before, who, targets_of(before)) == []


def test_who_waits_for_a_letter_or_an_outcome_is_not_told_at_once(world):
    now, outcome = follower("nu@example.org"), follower("utfall@example.org")
    follow(now)
    follow(outcome, pace=Pace.OUTCOME)
    follow(follower("dag@example.org"), pace=Pace.DAILY)
    news, done = dig(), dig(kind=DONE)
    assert (is_outcome(news), is_outcome(done)) == (False, True)
    assert list(told_at_once(news)) == [now.pk]
    assert list(told_at_once(done)) == [now.pk, outcome.pk]


def test_an_owner_is_told_without_following_unless_they_cannot_or_will_not_be(world, astrid):
    own, unknown, silent = follower(), follower_for_address("okand@example.org", "sv"), follower("tyst@example.org")
    silent.hears_own = False
    silent.save()
    account = follower_for_user(astrid)
    astrid.is_active = False
    astrid.save()
    item = dig(owners=[own, unknown, silent, account])
    assert set(told_at_once(item)) <= {own.pk, account.pk} and account.pk not in told_at_once(item)


def test_followers_are_read_a_page_at_a_time_and_each_once(world, monkeypatch):
    monkeypatch.setattr(matching, "PAGE", 2)
    everybody = [follower(f"nr{number}@example.org") for number in range(5)]
    for who in everybody:
        follow(who)
        follow(who, 2, kind=TOWN)
    assert list(told_at_once(dig())) == [who.pk for who in everybody]


@pytest.mark.parametrize(
    "paces, daily, weekly",
    [
        ([Pace.DAILY], True, False),
        ([Pace.WEEKLY], False, True),
        ([Pace.DAILY, Pace.WEEKLY], True, False),
        ([Pace.AT_ONCE, Pace.DAILY], False, False),
        ([Pace.OUTCOME, Pace.WEEKLY], False, True),
    ],
)
def test_a_letter_tells_what_no_quicker_follow_has_told(world, paces, daily, weekly):
    who = follower()
    follows = [follow(who, number, pace, kind) for pace, (kind, number) in zip(paces, ((STREET, 1), (TOWN, 2)), strict=False)]
    item = dig()
    told = [is_for_letter(item, targets_of(item), follows, pace, own=False) for pace in (Pace.DAILY, Pace.WEEKLY)]
    assert told == [daily, weekly]
    assert not is_for_letter(item, targets_of(item), follows, Pace.DAILY, own=True), "one's own was told at once"
