"""Receipts: a code leads to one, it tells no more than may be seen, and nobody keeps it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from participation.models import Contribution
from tests.factories import ContributionFactory, DialogueFactory, OutcomeFactory, ThemeFactory
from tests.participation.contributions.contribution_pages import receipt_url, url, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_english")]


@pytest.fixture
def _in_english() -> Iterator[None]:
    """Pages at /en/, with the words of the code."""
    with translation.override("en"):
        yield


# Receipts


def test_the_page_for_a_code_asks_for_it(client: Client, site_tree: Any) -> None:
    response = client.get(reverse("participation:receipt"))
    assert response.status_code == 200
    assert 'name="kod"' in words(response)


def test_a_code_leads_to_its_receipt_however_it_is_typed(client: Client) -> None:
    given = ContributionFactory()
    response = client.get(reverse("participation:receipt"), {"kod": f" {given.receipt_code.lower()} "})
    assert response["Location"] == receipt_url(given)
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("7KQ4", "This one has 4"),
        ("7KQ4-M2XD-9PU", "One of the letters or digits is wrong"),
        ("0000-0000-000", "There is no receipt"),
        ('"><script>alert(1)</script>', "A code has 11"),
        ("%00" * 3, "A code has 11"),
    ],
)
def test_a_wrong_code_is_explained_and_kept(client: Client, site_tree: Any, typed: str, told: str) -> None:
    response = client.get(reverse("participation:receipt"), {"kod": typed})
    assert response.status_code == 200
    assert told in words(response)
    assert "<script>alert" not in words(response)
    assert client.get(reverse("participation:receipt_detail", args=["7KQ4"])).status_code == 404


def test_receipts_are_kept_by_nobody(client: Client) -> None:
    given = ContributionFactory()
    for address in (reverse("participation:receipt"), reverse("participation:receipt") + "?kod=1", receipt_url(given)):
        response = client.get(address)
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in words(response)


def test_guessing_codes_comes_to_a_pause(client: Client, settings: Any) -> None:
    given = ContributionFactory()
    settings.GENSVAR_LIMITS = {**django_settings.GENSVAR_LIMITS, "receipt": "3/600"}
    for _turn in range(5):
        assert client.get(receipt_url(given)).status_code == 200, "right codes are not counted"
    for _turn in range(3):
        assert client.get(reverse("participation:receipt"), {"kod": "0000-0000-000"}).status_code == 200
    response = client.get(receipt_url(given))
    assert (response.status_code, response["Retry-After"]) == (429, "600")
    assert client.get(receipt_url(given), REMOTE_ADDR="10.0.0.9").status_code == 200, "others go on"


@pytest.mark.parametrize("trait", ["hidden", "withdrawn", "pending"])
def test_a_receipt_never_repeats_what_is_not_published(client: Client, trait: str) -> None:
    given = ContributionFactory(text="Kanariefågel", author_name="Kanarie", **{trait: True})
    page = words(client.get(receipt_url(given)))
    assert "Kanarie" not in page


def test_a_receipt_offers_change_to_its_author_only(author: tuple[Client, Contribution]) -> None:
    browser, given = author
    assert url("edit", given) in words(browser.get(receipt_url(given)))
    assert url("withdraw", given) in words(browser.get(receipt_url(given)))
    stranger = words(Client().get(receipt_url(given)))
    assert url("edit", given) not in stranger
    assert url("withdraw", given) not in stranger


def test_a_receipt_leads_staff_to_the_administration(client_of: Callable[..., Client], bo: Any, astrid: Any) -> None:
    given = ContributionFactory()
    assert "/admin/" in words(client_of(bo).get(receipt_url(given))).split("<main")[1]
    assert "/admin/" not in words(client_of(astrid).get(receipt_url(given))).split("<main")[1]


def test_a_receipt_marks_a_text_of_another_language(client: Client) -> None:
    given = ContributionFactory(text="Sänk farten", language="sv")
    assert 'blockquote lang="sv"' in words(client.get(receipt_url(given)))


def test_the_receipt_of_an_unpublished_dialogue_says_so_and_leads_nowhere(author: tuple[Client, Contribution]) -> None:
    browser, given = author
    given.dialogue.unpublish()
    for address in (receipt_url(given), f"{receipt_url(given)}?tack"):
        page = words(browser.get(address)).split("<main")[1]
        assert "The dialogue is not published any more" in page and "no answer is promised" in page
        assert given.dialogue.title not in page and given.dialogue.slug not in page
        assert "no later than" not in page and "Each theme gets an answer" not in page


@pytest.mark.parametrize(
    ("kind", "reason", "is_told"),
    [("not", "cost", True), ("partly", "cost", True), ("changed", "good_idea", False), ("already", "under_way", False)],
)
def test_after_a_no_it_says_what_one_can_do(client: Client, kind: str, reason: str, is_told: bool) -> None:
    given = ContributionFactory(dialogue=DialogueFactory(closed=True, contact_phone="0410-73 30 00"))
    ThemeFactory(dialogue=given.dialogue, contributions=[given])
    outcome = OutcomeFactory(dialogue=given.dialogue)
    outcome.items.model.objects.update(answer=kind, reason_kind=reason)
    shown = words(client.get(receipt_url(given)))
    assert ("If you think differently" in shown) is is_told
    assert ('href="tel:0410733000"' in shown) is is_told
