"""For whom a form was opened: signed, read by nobody else, in no page that a cache keeps."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import HttpRequest
from django.template import Context, Template
from django.test import Client, RequestFactory

from cms.http.opened_for import (
    FIELD,
    NOBODY,
    NOW_FIELD,
    PROOF_LIVES,
    SALT,
    UNREADABLE,
    Opened,
    belongs_to_sender,
    field_value,
    is_about_this,
    opened_of,
    value_for_now,
)

pytestmark = pytest.mark.django_db


def sending(person: Any, path: str = "/_/a/", **fields: str) -> Any:
    """A form that somebody sends."""
    request = RequestFactory().post(path, fields)
    request.user = person or AnonymousUser()
    return request


def opened(person: Any, path: str = "/_/a/", *, shows: bool = True, office: int = 0) -> str:
    request = sending(person, path)
    if shows:
        is_about_this(request, office)
    return field_value(request)


def test_it_says_who_which_office_and_which_address(astrid):
    assert opened_of(sending(astrid, opened_for=opened(astrid, office=7))) == Opened(astrid.pk, 7, "/_/a/")
    assert opened_of(sending(None, opened_for=opened(None))) == Opened(NOBODY, 0, "/_/a/")
    assert opened_of(sending(None)) is None


def test_what_is_forged_or_signed_for_something_else_is_unreadable(astrid):
    for value in ("", "x", opened(astrid) + "x", signing.dumps([astrid.pk, 0, ""], salt="another")):
        assert opened_of(sending(astrid, opened_for=value)) == Opened(UNREADABLE)


def test_only_the_one_it_was_opened_for_has_seen_what_is_there(astrid, bo):
    value = opened(astrid)
    assert opened_of(sending(astrid, opened_for=value)).proves(sending(astrid))
    assert not opened_of(sending(bo, opened_for=value)).proves(sending(bo))
    assert not opened_of(sending(astrid, "/_/b/", opened_for=value)).proves(sending(astrid, "/_/b/"))
    assert not opened_of(sending(astrid, opened_for=opened(astrid, shows=False))).proves(sending(astrid)), "a form in the page's head"


def test_the_button_for_now_speaks_before_the_form_and_proves_nothing(astrid):
    request = sending(None, opened_for=opened(astrid), opened_now=value_for_now(sending(None)))
    assert opened_of(request) == Opened(NOBODY)
    assert not opened_of(request).proves(request)


def test_a_signature_of_ones_own_stands_for_the_token_for_some_days(astrid, bo, monkeypatch):
    value = opened(astrid)
    assert belongs_to_sender(sending(astrid, opened_for=value))
    assert not belongs_to_sender(sending(bo, opened_for=value))
    assert not belongs_to_sender(sending(None, opened_for=opened(None))), "anybody can draw a form for nobody"
    assert not belongs_to_sender(sending(astrid, opened_now=value)), "the form itself says it"
    later = signing.time.time() + PROOF_LIVES + 1
    monkeypatch.setattr(signing.time, "time", lambda: later)
    assert not belongs_to_sender(sending(astrid, opened_for=value))


@pytest.mark.parametrize(("path", "is_there"), [("/_/a/", True), ("/admin/pages/1/edit/", False)])
def test_it_comes_with_the_token_of_every_public_form(astrid, path, is_there):
    request: HttpRequest = sending(astrid, path)
    html = Template("{% csrf_token %}").render(Context({"request": request, "csrf_token": "abc"}))
    assert "csrfmiddlewaretoken" in html
    assert (FIELD in html) is is_there
    assert Template("{% csrf_token %}").render(Context({"request": request})) == ""


def test_pages_for_everybody_hold_none(site_tree, settings):
    settings.PAGE_CACHE_SECONDS = 60
    for path in ("/", "/dialoger/", "/sok/"):
        html = Client().get(path).content.decode()
        assert FIELD not in html and NOW_FIELD not in html and SALT not in html
