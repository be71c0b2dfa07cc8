"""What a news item says to a reader, and what somebody follows as they may see it."""

import pytest
from django.core.cache import cache

from cms.following.followers import follower_for_user
from cms.following.registry import news_kinds
from cms.following.stories import item_of, reason_for, story_for, story_for_anybody, thing_for
from tests.cms.following.conftest import DUG, STREET, TOWN
from tests.cms.following.following_tools import dig, follow, follower

pytestmark = pytest.mark.django_db


def test_news_are_told_in_the_readers_language_and_as_ones_own_to_an_owner(world):
    item = dig()
    assert story_for(item, follower(language="en")).heading == "Storgatan: dug (en)"
    assert story_for(item, follower(language="en"), own=True).heading == "Din gata grävs upp"


def test_what_is_closed_is_told_to_accounts_that_may_see_it(world, astrid):
    item = dig()
    world.closed.add(1)
    world.staff.add(astrid)
    assert story_for(item, follower("annan@example.org")) is None
    assert story_for(item, follower_for_user(astrid)).heading == "Storgatan: dug (sv)"


def test_what_anybody_reads_is_asked_once_in_some_seconds(world, count_queries):
    item = dig()
    first = story_for_anybody(item, "sv")
    world.closed.add(1)
    assert story_for_anybody(item, "sv") == first
    cache.clear()
    assert story_for_anybody(item, "sv") is None
    item_of(item.pk)
    assert count_queries(lambda: list(item_of(item.pk).targets.all())) == 0


def test_a_plugin_that_is_off_says_nothing(world):
    item, kind = dig(), news_kinds.get(DUG)
    news_kinds.unregister(DUG)
    try:
        assert story_for(item, follower()) is None
        assert thing_for("test.nothing", 1, None, "sv") is None
    finally:
        news_kinds.register(kind)


def test_a_thing_is_shown_to_those_who_may_see_it(world, astrid):
    world.closed.add(1)
    world.staff.add(astrid)
    assert thing_for(STREET, 1, None, "sv") is None
    assert (thing_for(STREET, 1, astrid, "sv").title, thing_for(STREET, 2, None, "sv").url) == ("Storgatan", "/gata/2/")


def test_the_reason_is_the_narrowest_follow_that_is_still_seen(world):
    who = follower()
    town, street = follow(who, 2, kind=TOWN), follow(who)
    assert reason_for([town, street], who)[0] == street
    cache.clear()
    world.closed.add(1)
    assert reason_for([town, street], who)[0] == town
    assert reason_for([street], who) is None
