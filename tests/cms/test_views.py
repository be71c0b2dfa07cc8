"""Error pages and pages for everybody stand on the same base."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory


def visitor() -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return request


@pytest.mark.django_db
@pytest.mark.parametrize("template", ["400.html", "403.html", "403_csrf.html", "404.html", "429.html"])
def test_error_page_has_one_heading_and_a_way_out(template: str) -> None:
    html = render_to_string(template, request=visitor())
    assert html.count("<h1") == 1
    assert "<main" in html


def test_unreadable_request_is_answered_without_a_context() -> None:
    assert render_to_string("400.html").count("<h1") == 1


def test_broken_page_needs_neither_context_nor_database() -> None:
    html = render_to_string("500.html")
    assert html.count("<h1") == 1
    assert "site.css" in html


@pytest.mark.django_db
def test_text_that_came_too_fast_is_kept() -> None:
    html = render_to_string("429.html", {"text": "Too <fast>"}, visitor())
    assert "Too &lt;fast&gt;" in html


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/konto/login/", "/konto/signup/", "/konto/password/reset/", "/en/account/login/"])
def test_account_pages_look_like_the_house(client: Client, address: str) -> None:
    html = client.get(address).content.decode()
    assert "site.css" in html
    assert html.count("<h1") == 1
    assert 'class="field__label"' in html


@pytest.mark.django_db
def test_page_for_anonymous_holds_no_form_that_posts(client: Client) -> None:
    html = client.get("/finns-inte/").content.decode()
    assert 'method="post"' not in html
    assert "csrfmiddlewaretoken" not in html


@pytest.mark.django_db
def test_who_is_signed_in_can_log_out_from_every_page(client: Client, django_user_model) -> None:  # type: ignore[no-untyped-def]
    client.force_login(django_user_model.objects.create_user("astrid@example.org", "lösenordet-1"))
    html = client.get("/finns-inte/").content.decode()
    assert 'action="/konto/logout/"' in html
    assert "csrfmiddlewaretoken" in html
