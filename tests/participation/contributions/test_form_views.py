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
    assert "You agree (1)" in words(after)


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


def support_as_newcomer(given: Any, address: str = "192.0.2.1") -> int:
    """Somebody without a past agrees, from this network."""
    return Client().post(url("support", given), sent(), REMOTE_ADDR=address).status_code


def test_a_school_class_agrees_from_one_network() -> None:
    given = ContributionFactory()
    assert {support_as_newcomer(given) for _pupil in range(61)} == {302}
    assert Support.objects.count() == 61
    assert django_settings.GENSVAR_LIMITS["support_address"] == "600/600"


def test_newcomers_of_a_network_share_a_number_and_its_participants_have_their_own(settings: Any) -> None:
    settings.GENSVAR_LIMITS = {**django_settings.GENSVAR_LIMITS, "support_address": "2/600"}
    settings.GENSVAR_OWN_NETWORKS = ["10.20.0.0/16"]
    given, known = ContributionFactory(), Client()
    assert known.post(url("support", given), sent(), REMOTE_ADDR="192.0.2.1").status_code == 302
    assert [support_as_newcomer(given) for _number in range(2)] == [302, 429]
    assert known.post(url("support", ContributionFactory()), sent(), REMOTE_ADDR="192.0.2.1").status_code == 302
    assert [support_as_newcomer(given, "10.20.0.9") for _number in range(21)] == [302] * 20 + [429]
    assert [support_as_newcomer(given, f"2001:db8::{number}") for number in range(1, 4)] == [302, 302, 429]
