"""Letters to an address that somebody typed: few a day, whatever they are about."""

import uuid
from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from cms.following.letters_to_strangers import may_have_letter, request_letter
from cms.following.models import AddressRequest
from tests.cms.following.conftest import STREET
from tests.cms.following.following_tools import follower

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture(autouse=True)
def limits(settings: Any) -> None:
    settings.GENSVAR_LIMITS = {"follow_address": "3/86400", "contact_address": "3/86400", "follow_known": "5/86400"}


def asked(address: str = "offer@example.org") -> AddressRequest:
    given = {"language": "sv", "kind": STREET, "object_id": 1, "pace": "at_once", "created_at": clock.now()}
    return AddressRequest.objects.create(form_key=uuid.uuid4(), address=address, **given)


def written(number: int, address: str = "Offer@Example.org") -> AddressRequest:
    return request_letter(address, "sv", "test.receipt", number)


def test_a_letter_is_asked_for_once(world):
    assert written(1) == written(1) != written(2)


@pytest.mark.parametrize("order", ["letters first", "links first", "by turns"])
def test_links_and_letters_of_plugins_share_one_number(world, order):
    links, letters = [asked() for _ in range(3)], [written(number) for number in range(3)]
    queue = {
        "letters first": letters + links,
        "links first": links + letters,
        "by turns": [row for pair in zip(links, letters, strict=True) for row in pair],
    }
    answers = [may_have_letter(row) for row in queue[order]]
    assert answers == [True] * 3 + [False] * 3
    assert may_have_letter(asked("annan@example.org"))


def test_the_smaller_number_holds(world, settings):
    settings.GENSVAR_LIMITS |= {"contact_address": "1/86400"}
    assert may_have_letter(asked())
    assert not may_have_letter(written(1))


def test_sent_again_it_counts_once_and_a_day_later_there_is_room(world):
    rows = [written(number) for number in range(4)]
    assert [may_have_letter(row) for row in (*rows[:3], rows[0], rows[3])] == [True, True, True, True, False]
    with clock.at(clock.now() + timedelta(days=1, minutes=1)):
        assert may_have_letter(rows[3])


def test_a_confirmed_address_may_have_more_links(world):
    follower("offer@example.org")
    assert [may_have_letter(asked()) for _ in range(6)] == [True] * 5 + [False]
