"""Who takes part: an account's participant, else the browser's, known by a signed cookie."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse

from cms.accounts.models import Participant
from cms.accounts.participants import COOKIE, HINT, ensure_participant, find_browser, find_participant, forget, remember

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(rf: Any) -> Any:
    """A request of somebody, with a cookie or without one."""

    def ask(person: Any = None, cookie: str = "") -> Any:
        request = rf.post("/")
        request.user = person or AnonymousUser()
        if cookie:
            request.COOKIES[COOKIE] = cookie
        return request

    return ask


def cookie_of(request: Any) -> str:
    """What the browser keeps after a request."""
    return remember(request, HttpResponse()).cookies[COOKIE].value


def test_a_browser_is_known_again_by_its_cookie_alone(asked: Any) -> None:
    first = asked()
    assert find_participant(first) is None
    made = ensure_participant(first)
    cookie = cookie_of(first)
    assert find_participant(asked(cookie=cookie)) == ensure_participant(asked(cookie=cookie)) == made
    assert find_participant(asked(cookie=cookie + "x")) is None, "a forged cookie is nobody"
    assert made.browser_digest not in cookie


def test_the_cookie_is_out_of_scripts_reach_and_set_once(asked: Any) -> None:
    request = asked()
    ensure_participant(request)
    kept = remember(request, HttpResponse()).cookies[COOKIE]
    assert kept["httponly"] and kept["samesite"] == "Lax"
    again = asked(cookie=kept.value)
    ensure_participant(again)
    assert COOKIE not in remember(again, HttpResponse()).cookies
    assert forget(HttpResponse()).cookies[COOKIE].value == ""


def test_a_first_form_sent_twice_is_one_participant(asked: Any) -> None:
    first, second, other = (ensure_participant(asked(), key) for key in ("a", "a", "b"))
    assert first == second != other


def test_an_account_is_one_participant_in_every_browser(asked: Any, astrid: Any) -> None:
    browser = asked()
    wrote_before = ensure_participant(browser)
    cookie = cookie_of(browser)
    mine = ensure_participant(asked(astrid, cookie))
    assert mine == find_participant(asked(astrid)) != wrote_before
    assert find_browser(asked(astrid, cookie)) == wrote_before, "what was written before logging in can be claimed"
    assert Participant.objects.filter(user=astrid).count() == 1


def test_a_claimed_browser_is_no_longer_offered(asked: Any, astrid: Any) -> None:
    browser = asked()
    Participant.objects.filter(pk=ensure_participant(browser).pk).update(user=astrid, browser_digest=None)
    assert find_browser(asked(astrid, cookie_of(browser))) is None


def test_scripts_may_read_that_a_browser_took_part_and_nothing_else(asked: Any) -> None:
    browser = asked()
    ensure_participant(browser)
    answer = remember(browser, HttpResponse())
    assert answer.cookies[COOKIE]["httponly"] and not answer.cookies[HINT]["httponly"]
    assert answer.cookies[HINT].value == "1"
    assert not remember(asked(), HttpResponse()).cookies
    assert HINT in remember(asked(cookie="of an earlier day"), HttpResponse()).cookies
