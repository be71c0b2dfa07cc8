"""What following holds about a person: told with its titles, and gone with every address when it is erased."""

import uuid

import pytest

from cms import clock
from cms.accounts.personal_data import person_for
from cms.following.followers import follower_for_user
from cms.following.models import AddressRequest, Follow, Follower
from cms.following.personal_data import erase_follows, export_follows
from tests.cms.following.conftest import STREET
from tests.cms.following.following_tools import follow, follower

pytestmark = pytest.mark.django_db


def test_a_copy_says_how_one_is_told_and_of_what(world, astrid):
    row = follow(follower_for_user(astrid), pace="weekly")
    follow(follower("annan@example.org"), 2)
    settings, follows = export_follows(person_for(user=astrid))
    assert next(iter(settings.rows))["address"] == astrid.email
    assert [(told["what"], told["title"], told["since"]) for told in follows.rows] == [("gata", "Storgatan", row.confirmed_at)]
    assert export_follows(person_for()) == []


def test_what_is_gone_is_told_without_a_title(world, astrid):
    follow(follower_for_user(astrid))
    del world.titles[1]
    _settings, follows = export_follows(person_for(user=astrid))
    assert [told["title"] for told in follows.rows] == [""]


def test_erasing_takes_the_follower_and_what_was_asked_for_with_the_address(world, astrid):
    follow(follower_for_user(astrid))
    follow(follower("annan@example.org"))
    for address in (astrid.email, "annan@example.org"):
        AddressRequest.objects.create(
            form_key=uuid.uuid4(), address=address, kind=STREET, object_id=1, language="sv", created_at=clock.now()
        )
    person = person_for(user=astrid)
    for _twice in range(2):
        erase_follows(person, clock.now())
    assert [row.address for row in AddressRequest.objects.all()] == [row.address for row in Follower.objects.all()] == ["annan@example.org"]
    assert Follow.objects.count() == 1
