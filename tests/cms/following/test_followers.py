"""One follower for each person, whatever they gave first: an address or an account."""

import pytest
from allauth.account.models import EmailAddress

from cms import clock
from cms.following.followers import can_be_told, confirm_follower, follower_for_address, follower_for_user
from cms.following.models import Follow, Follower
from tests.cms.following.conftest import STREET
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def follow(follower, number=1):
    return Follow.objects.create(follower=follower, kind=STREET, object_id=number, confirmed_at=clock.now(), created_at=clock.now())


def test_an_address_has_one_follower_however_it_is_typed():
    first = follower_for_address("Astrid@Example.org ", "en")
    assert follower_for_address("astrid@example.org", "sv") == first
    assert (first.address, first.language, first.confirmed_at) == ("astrid@example.org", "en", None)


def test_an_unknown_language_becomes_swedish():
    assert follower_for_address("astrid@example.org", "xx").language == "sv"


def test_an_account_has_one_follower(astrid):
    assert follower_for_user(astrid) == follower_for_user(astrid)


def test_a_confirmed_address_of_an_account_is_the_account(astrid):
    assert follower_for_address("ASTRID@example.org", "sv") == follower_for_user(astrid)


def test_an_address_that_an_account_has_not_confirmed_is_not_the_account(astrid):
    EmailAddress.objects.create(user=astrid, email="victim@example.org", verified=False)
    assert follower_for_address("victim@example.org", "sv") != follower_for_user(astrid)


def test_an_account_takes_over_what_its_address_followed():
    old = follower_for_address("bo@example.org", "sv")
    follow(old, 1)
    follow(old, 2)
    follower = follower_for_user(UserFactory(email="bo@example.org"))
    assert sorted(follower.follows.values_list("object_id", flat=True)) == [1, 2]
    assert Follower.objects.count() == 1


def test_what_both_follow_stays_once(astrid):
    follower = follower_for_user(astrid)
    follow(follower)
    old = Follower.objects.create(address="astrid@example.org", created_at=clock.now())
    follow(old)
    assert follower_for_user(astrid).follows.count() == 1


def test_who_can_be_told(astrid):
    by_address = follower_for_address("new@example.org", "sv")
    assert not can_be_told(by_address)
    confirm_follower(by_address)
    assert can_be_told(by_address)
    account = follower_for_user(astrid)
    assert can_be_told(account)
    astrid.is_active = False
    astrid.save()
    assert not can_be_told(Follower.objects.get(pk=account.pk))


def test_an_account_with_an_address_that_nobody_confirmed_is_told_nothing(astrid):
    EmailAddress.objects.filter(user=astrid).update(verified=False)
    assert not can_be_told(follower_for_user(astrid))
