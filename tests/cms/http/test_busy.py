"""A database that is too busy is said to be so, and what was written stands on the page."""

from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from cms import urls as site_urls
from cms.http.busy import is_busy, server_error

LOCKED = OperationalError("database is locked")
raised: list[Exception] = []


def breaks(request: HttpRequest) -> HttpResponse:
    raise raised[0]


def sleeps(request: HttpRequest) -> HttpResponse:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '10ms'")
        cursor.execute("SELECT pg_sleep(5)")
    return HttpResponse()


urlpatterns = [path("breaks/", breaks), path("sleeps/", sleeps), *site_urls.urlpatterns]
handler500 = server_error


@pytest.fixture
def visitor() -> Any:
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


def page_of(client: Client, error: Exception, **posted: str) -> HttpResponse:
    raised[:] = [error]
    return client.post("/breaks/", posted)  # type: ignore[return-value]


@pytest.mark.django_db
def test_a_locked_database_answers_503_and_when_to_come_back(visitor: Client) -> None:
    response = page_of(visitor, LOCKED)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert "För mycket på gång just nu" in response.content.decode()


@pytest.mark.django_db
def test_an_error_of_ours_answers_500(visitor: Client) -> None:
    response = page_of(visitor, ValueError("no"))
    assert response.status_code == 500
    assert "Något gick sönder hos oss" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("error", [LOCKED, ValueError("no")])
def test_what_was_written_is_shown_and_no_secret(visitor: Client, error: Exception) -> None:
    html = page_of(visitor, error, text="Gör <cykelbanan> bredare", password="hemligt ord här", token="a b").content.decode()
    assert "Gör &lt;cykelbanan&gt; bredare" in html
    assert "hemligt" not in html
    assert html.count("<textarea") == 1


@pytest.mark.django_db
def test_an_error_of_the_database_that_is_not_its_load_is_no_excuse() -> None:
    assert not is_busy(OperationalError("no such table: page"))
    assert not is_busy(None)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_a_statement_that_takes_too_long_is_ended(visitor: Client) -> None:
    assert visitor.get("/sleeps/").status_code == 503
