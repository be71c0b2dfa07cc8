"""What goes on as something else: its followers go on hearing, once, and their page says of what."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from cms import clock
from cms.following.actions import change_pace, follow_again, leave, start_following
from cms.following.links import page_link
from cms.following.models import Pace
from cms.following.succession import Succession, follows_of_same, one_of_each, succession
from tests.cms.following.conftest import STREET
from tests.cms.following.following_tools import FORM, dig, follow, follower, links, sent

pytestmark = pytest.mark.django_db

A, B, C, D = (("letter", number) for number in range(4))


@pytest.fixture(autouse=True)
def nothing_remembered() -> Any:
    """Titles are remembered for seconds; a street goes on within a test."""
    cache.clear()
    yield
    cache.clear()


@pytest.mark.parametrize(
    ("heirs", "now", "before", "same"),
    [
        ({}, {A: [A], B: [B]}, {B}, {A}),
        ({A: [B], B: [C]}, {A: [C], B: [C], C: [C]}, {A, B, C}, {A, B, C}),
        ({A: [B, C]}, {A: [B, C], B: [B]}, {A, C}, {A}),
        ({A: [B], B: [A]}, {A: [A], B: [B]}, {A, B}, {A}),
        ({A: [A]}, {A: [A]}, {A}, {A}),
        ({A: [B], B: [C], C: [B, D]}, {A: [D], B: [D]}, {A, B, C}, {A, B, C, D}),
    ],
    ids=["nothing", "chain", "split", "circle", "itself", "circle with a way out"],
)
def test_chains_are_followed_to_their_end_and_circles_lead_nowhere(heirs: Any, now: Any, before: Any, same: Any) -> None:
    known = Succession(heirs)
    assert {target: sorted(known.now(target)) for target in now} == now
    assert known.before([max(before)]) == before
    assert known.same(A) == same


def test_kinds_say_who_carries_on_what(world):
    world.heirs = [(1, 2), (1, 3), (2, 2)]
    assert succession().now((STREET, 1)) == [(STREET, 2), (STREET, 3)]
    assert succession().now((STREET, 2)) == [(STREET, 2)]


def test_whoever_follows_what_went_on_hears_of_its_heir_once(world):
    world.heirs = [(1, 2), (2, 3)]
    both, old = follower("bada@example.org"), follower("gammal@example.org")
    follow(both, 1)
    follow(both, 3)
    follow(old, 1)
    dig(3)
    mails = sent()
    assert sorted(mail.to[0] for mail in mails) == ["bada@example.org", "gammal@example.org"]
    [mail] = [mail for mail in mails if mail.to == ["gammal@example.org"]]
    assert "du följer Storgatan, som nu heter Östra vägen (gata)" in mail.body


def test_a_merge_that_is_undone_leaves_everybody_where_they_were(world):
    follow(follower(), 1)
    world.heirs = [(1, 2)]
    dig(2)
    world.heirs = []
    dig(2, key="then")
    dig(1, key="own")
    assert len(sent()) == 2


def test_leaving_ends_it_under_every_number_and_can_be_taken_back(world):
    world.heirs = [(1, 2)]
    who = follower()
    first, second = follow(who, 1), follow(who, 2)
    dig(2)
    [mail] = sent()
    leave_url = next(url for url in links(mail) if "/sluta/" in url)
    assert Client().post(leave_url).status_code == 200
    assert not who.follows.exists()
    follow_again(who, [[STREET, 1, Pace.AT_ONCE], [STREET, 2, Pace.AT_ONCE]])
    assert len(follows_of_same(who, (STREET, 2))) == 2
    assert leave(who, who.follows.filter(object_id=1)) == [[STREET, 1, Pace.AT_ONCE], [STREET, 2, Pace.AT_ONCE]]
    assert (first.object_id, second.object_id) == (1, 2)


def test_leaving_one_half_of_a_street_that_was_split_keeps_the_other(world):
    world.heirs = [(1, 2), (1, 3)]
    who = follower()
    follow(who, 1)
    follow(who, 2)
    leave(who, who.follows.filter(object_id=2))
    dig(3)
    assert len(sent()) == 1


def test_one_pace_for_one_thing_and_nothing_is_told_twice(world):
    who = follower()
    old, new = follow(who, 1, Pace.DAILY), follow(who, 2, Pace.WEEKLY)
    world.heirs = [(1, 2)]
    with clock.at(clock.now() + timedelta(minutes=1)):
        dig(2)
        assert sent() == []
    with clock.at(clock.now() + timedelta(minutes=2)):
        assert change_pace(new, Pace.AT_ONCE)
        assert not change_pace(old, Pace.AT_ONCE)
        assert set(who.follows.values_list("pace", flat=True)) == {Pace.AT_ONCE}
        assert len(sent()) == 1


def test_following_the_heir_changes_the_pace_of_both(world):
    who = follower()
    follow(who, 1)
    world.heirs = [(1, 2)]
    start_following(who, STREET, 2, Pace.WEEKLY)
    assert set(who.follows.values_list("pace", flat=True)) == {Pace.WEEKLY}


def test_ones_own_page_says_it_once(world):
    world.heirs = [(1, 2)]
    who = follower()
    follow(who, 1)
    follow(who, 2)
    assert len(one_of_each(who.follows.all())) == 1
    html = Client().get(page_link(who)).content.decode()
    assert html.count("Lillgatan</a>") == 1
    who.follows.filter(object_id=2).delete()
    html = Client().get(page_link(who)).content.decode()
    assert "Storgatan heter nu Lillgatan. Du följer Lillgatan i stället." in html


def test_ones_own_page_names_all_that_a_split_street_goes_on_as(world):
    world.heirs = [(1, 2), (1, 3)]
    who = follower()
    follow(who, 1)
    html = Client().get(page_link(who)).content.decode()
    assert "Storgatan fortsätter som Lillgatan och Östra vägen. Du följer Lillgatan och Östra vägen i stället." in html


def test_an_heir_that_somebody_may_not_see_is_not_named(world):
    world.heirs, world.closed = [(1, 2)], {2}
    who = follower()
    follow(who, 1)
    html = Client().get(page_link(who)).content.decode()
    assert "Storgatan" in html and "Lillgatan" not in html
    dig(2)
    assert sent() == []


def test_what_went_on_is_followed_as_what_it_is_now(world):
    world.heirs = [(1, 2)]
    response = Client().get(FORM)
    assert response.status_code == 302
    assert response["Location"].endswith("/2/")


def test_the_old_feed_goes_on(world):
    world.heirs = [(1, 2)]
    dig(2)
    assert "Lillgatan: dug" in Client().get(f"{FORM}atom/").content.decode()
