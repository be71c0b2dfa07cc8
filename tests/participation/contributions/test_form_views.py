"""The page of a form by which somebody takes part: whole or a part of another page, kept by nobody, and it loses nothing."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import translation

from participation.choices import ContributionState
from participation.models import Report, Support
from tests.factories import ContributionFactory
from tests.participation.contributions.contribution_pages import url, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_english")]


@pytest.fixture
def _in_english() -> Iterator[None]:
    """Pages at /en/, with the words of the code."""
    with translation.override("en"):
        yield


def sent(**fields: str) -> dict[str, str]:
    """What a form sends, with a key of its own."""
    return {"key": str(uuid4()), "webbplats": ""} | fields


def test_htmx_gets_only_the_form(client: Client) -> None:
    given = ContributionFactory()
    part = words(client.get(url("support", given), headers={"HX-Request": "true"}))
    assert "<html" not in part
    assert "<form" in part
    after = client.post(url("support", given), sent(), headers={"HX-Request": "true"})
    assert after.status_code == 200
    assert "Your support is counted" in words(after)
    assert "<form" not in words(client.get(url("support", given) + "?stang=1", headers={"HX-Request": "true"}))


def test_reports_come_to_a_pause(client: Client, settings: Any) -> None:
    settings.GENSVAR_LIMITS = {**django_settings.GENSVAR_LIMITS, "report": "1/3600"}
    assert client.post(url("report", ContributionFactory()), sent(reason="hate")).status_code == 302
    assert client.post(url("report", ContributionFactory()), sent(reason="hate")).status_code == 302, (
        "the newcomer has become a participant"
    )
    response = client.post(url("report", ContributionFactory()), sent(reason="hate", details="Behåll mig"))
    assert (response.status_code, response["Retry-After"]) == (429, "3600")
    assert "Behåll mig" in words(response)


@pytest.mark.parametrize("verb", ["support", "report", "edit", "withdraw"])
def test_a_post_without_a_token_changes_nothing_and_keeps_the_text(verb: str) -> None:
    given = ContributionFactory()
    browser = Client(enforce_csrf_checks=True)
    response = browser.post(url(verb, given), sent(text="Behåll mig", author_name="A", reason="hate", details="Behåll mig"))
    assert response.status_code == 403
    assert not Support.objects.exists()
    assert not Report.objects.exists()
    given.refresh_from_db()
    assert given.state == ContributionState.PUBLISHED
    if verb in ("edit", "report"):
        assert "Behåll mig" in words(response)


@pytest.mark.parametrize("verb", ["support", "report", "edit", "withdraw"])
def test_the_pages_of_forms_are_kept_by_nobody(client: Client, verb: str) -> None:
    given = ContributionFactory()
    for response in (client.get(url(verb, given)), client.post(url(verb, given), {})):
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex"


def test_a_form_that_is_refused_stands_there_again_with_its_key(client: Client) -> None:
    form = sent(reason="nonsense", details="Behåll mig")
    response = client.post(url("report", ContributionFactory()), form)
    assert response.status_code == 422
    assert form["key"] in words(response) and "Behåll mig" in words(response)
