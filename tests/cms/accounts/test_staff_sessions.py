"""Whoever works in the admin is not signed out in the middle of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from cms import clock
from cms.accounts.staff_sessions import BEGAN, EXTEND_AFTER, LONGEST

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]
LIFE = timedelta(seconds=settings.SESSION_COOKIE_AGE)


def nearly_over(client: Client) -> Any:
    """Let a session end in a minute; the row's key."""
    key = client.session.session_key
    Session.objects.filter(pk=key).update(expire_date=clock.now() + timedelta(minutes=1))
    return key


def is_new(key: str) -> bool:
    """Whether a session has its whole life before it."""
    return bool(Session.objects.get(pk=key).expire_date > clock.now() + LIFE - timedelta(minutes=2))


def test_work_in_the_admin_begins_the_sessions_life_anew(site_tree: Any, dag: Any, client_of: As) -> None:
    client = client_of(dag)
    key = nearly_over(client)
    answer = client.get("/admin/")
    assert is_new(key) and answer.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == settings.SESSION_COOKIE_AGE


def test_it_is_written_once_in_some_minutes(site_tree: Any, dag: Any, client_of: As) -> None:
    client = client_of(dag)
    client.get("/admin/")
    key = nearly_over(client)
    assert settings.SESSION_COOKIE_NAME not in client.get("/admin/").cookies and not is_new(key)
    with clock.at(clock.now() + EXTEND_AFTER):
        client.get("/admin/")
    assert is_new(key)


@pytest.mark.parametrize(("hours", "goes_on"), [(11, True), (13, False)])
def test_nobody_stays_longer_than_the_limit(site_tree: Any, dag: Any, client_of: As, hours: int, goes_on: bool) -> None:
    client = client_of(dag)
    session = client.session
    session[BEGAN] = (clock.now() - timedelta(hours=hours)).timestamp()
    session.save()
    key = nearly_over(client)
    client.get("/admin/")
    assert is_new(key) == goes_on and timedelta(hours=12) + LIFE == LONGEST


@pytest.mark.parametrize("path", ["/", "/admin/session/", "/admin/jsi18n/"])
def test_what_a_page_asks_by_itself_and_public_pages_write_no_session(site_tree: Any, dag: Any, client_of: As, path: str) -> None:
    client = client_of(dag)
    key = nearly_over(client)
    assert settings.SESSION_COOKIE_NAME not in client.get(path).cookies and not is_new(key)


def test_a_citizen_at_the_door_of_the_admin_stays_no_longer(site_tree: Any, astrid: Any, client_of: As) -> None:
    client = client_of(astrid)
    key = nearly_over(client)
    client.get("/admin/")
    assert not is_new(key)


def test_a_session_for_as_long_as_the_browser_is_open_stays_one(site_tree: Any, dag: Any, client_of: As) -> None:
    client = client_of(dag)
    session = client.session
    session.set_expiry(0)
    session.save()
    key = nearly_over(client)
    assert client.get("/admin/").cookies[settings.SESSION_COOKIE_NAME]["max-age"] == "" and is_new(key)
