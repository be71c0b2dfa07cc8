"""What the house has of its own has an address in each language, and the Swedish one under another language leads on."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils import translation

from cms.http.spoken_addresses import spoken

pytestmark = pytest.mark.django_db

SWEDISH = re.compile(
    r"[åäö]|\b(sok|konto|kvitto|namnder|loften|orter|folj|foljer|mina|uppgifter|radera|raderat|hamta|bekrafta|inbjudan|sa)\b"
)


def routes(patterns: list[Any], above: str = "") -> list[str]:
    """Every route, as it is in the language that is active."""
    every: list[str] = []
    for pattern in patterns:
        here = f"{above}{pattern.pattern}"
        every += routes(pattern.url_patterns, here) if isinstance(pattern, URLResolver) else [here]
    return every


def test_no_address_in_english_has_a_swedish_word() -> None:
    with translation.override("en"):
        english = [route for route in routes(get_resolver().url_patterns) if route.startswith("en/")]
    assert len(english) > 40
    assert not [route for route in english if SWEDISH.search(route)]


def test_an_address_follows_the_language() -> None:
    route = spoken("kvitto/", "receipt/")
    assert str(route) == "kvitto/"
    with translation.override("en"):
        assert str(route) == "receipt/"


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("/en/kvitto/?code=7KQ4", "/en/receipt/?code=7KQ4"),
        ("/en/namnder/tekniska-namnden/", "/en/committees/tekniska-namnden/"),
        ("/en/konto/login/?next=/en/", "/en/account/login/?next=/en/"),
        ("/en/_/mina-uppgifter/hamta/", "/en/_/my-data/copy/"),
    ],
)
def test_a_swedish_address_under_english_leads_on(site_tree: Any, client: Client, swedish: str, english: str) -> None:
    response = client.get(swedish)
    assert (response.status_code, response["Location"]) == (301, english)


def test_what_was_sent_to_it_is_sent_on(site_tree: Any, client: Client) -> None:
    assert client.post("/en/konto/login/", {"login": "astrid@example.org"}).status_code == 308


@pytest.mark.parametrize("address", ["/en/receipt/", "/kvitto/"])
def test_its_own_address_answers_at_once(site_tree: Any, client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/en/finns-inte/", "/receipt/", "/en/namnder-finns-inte/"])
def test_what_is_no_address_of_the_house_is_missing(site_tree: Any, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
