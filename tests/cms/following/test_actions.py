"""Something is told once, to those who follow what it belongs to."""

import pytest

from cms import clock
from cms.following.actions import follower_for_address, tell
from cms.following.models import NewsItem
from tests.cms.following.conftest import DUG, STREET, TOWN

pytestmark = pytest.mark.django_db


def dig(key="dug:1", targets=((STREET, 1), (TOWN, 2)), **more):
    return tell(DUG, key=key, targets=targets, data={"street": 1}, at=clock.now(), **more)


def test_it_is_written_with_what_it_belongs_to(world):
    item = dig()
    assert sorted(item.targets.values_list("kind", "object_id")) == [(STREET, 1), (TOWN, 2)]
    assert item.data == {"street": 1}


def test_it_happens_once(world):
    assert dig()
    assert dig() is None
    assert NewsItem.objects.count() == 1


def test_owners_are_written_once_each(world):
    astrid = follower_for_address("astrid@example.org", "sv")
    item = dig(owners=[astrid, astrid])
    assert [owner.follower for owner in item.owners.all()] == [astrid]


def test_only_declared_news_about_declared_things(world):
    with pytest.raises(ValueError, match="no kind of news"):
        tell("test.rumour", key="x", targets=[], at=clock.now())
    with pytest.raises(ValueError, match="cannot be followed"):
        dig(targets=[("test.cloud", 1)])
    assert not NewsItem.objects.exists()
