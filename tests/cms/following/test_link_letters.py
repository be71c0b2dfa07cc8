"""Mails that somebody asked for by typing an address: few, to the right address, while the link is good."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from cms import clock
from cms.following.link_letters import confirm_letter, page_letter
from cms.following.links import confirm_link, page_link
from cms.following.models import AddressRequest
from tests.cms.following.conftest import STREET
from tests.cms.following.following_tools import follow, follower, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def asked(address: str = "astrid@example.org", **more: Any) -> AddressRequest:
    """Somebody typed an address to follow a street."""
    given = {"language": "sv", "kind": STREET, "object_id": 1, "pace": "at_once", "created_at": clock.now()} | more
    return AddressRequest.objects.create(form_key=uuid.uuid4(), address=address, **given)


def confirming(request: AddressRequest) -> Any:
    return confirm_letter({"request": request.pk})


def test_the_link_to_ones_page_is_mailed_and_the_answer_says_nothing(world):
    follow(follower())
    answers = {
        Client().post("/_/folj/", {"address": address, "key": uuid.uuid4()})["Location"]
        for address in ("astrid@example.org", "okand@example.org")
    }
    assert len(answers) == 1
    assert [mail.to for mail in sent()] == [["astrid@example.org"]]


def test_it_names_the_thing_and_holds_the_link_in_the_language_that_was_asked_in(world):
    request = asked(language="en")
    letter = confirming(request)
    assert letter.to == "astrid@example.org" and "Storgatan" in letter.subject and letter.subject.startswith("Confirm")
    assert confirm_link(request) in letter.text


def test_nothing_is_mailed_about_what_nobody_sees_or_when_the_link_is_old(world):
    request, closed = asked(), asked(object_id=2)
    world.closed.add(2)
    assert confirming(closed) is None and confirm_letter({"request": 0}) is None
    with clock.at(clock.now() + timedelta(days=15)):
        assert confirming(request) is None


def test_an_address_has_few_mails_and_one_that_is_sent_again_counts_once(world, settings):
    settings.GENSVAR_LIMITS = {**django_settings.GENSVAR_LIMITS, "follow_address": "1/86400"}
    first, second = asked(), asked()
    assert confirming(first) and confirming(first) and confirming(second) is None
    assert confirming(asked("annan@example.org"))
    with clock.at(clock.now() + timedelta(days=2)):
        assert confirming(second)


def test_the_link_to_ones_page_goes_to_confirmed_addresses_only(world):
    who = follower()
    follow(who)
    letter = page_letter({"request": asked(kind="", object_id=None).pk})
    assert letter is not None and page_link(who) in letter.text
    assert page_letter({"request": asked("okand@example.org", kind="", object_id=None).pk}) is None
