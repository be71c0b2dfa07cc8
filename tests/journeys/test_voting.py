"""Somebody votes, changes the vote, and sees a result; with and without JavaScript, on a telephone too."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import has_no_sideways_scroll

pytestmark = pytest.mark.browser

OPEN_DIALOGUE = "/dialoger/tekniska-service/trygga-skolvagar/"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no javascript"])
def test_a_guest_votes_and_changes_the_vote(visit: Callable[..., Page], axe: Callable[[Page], None], width: int, javascript: bool) -> None:
    page = visit(OPEN_DIALOGUE, width=width, javascript=javascript)
    page.get_by_role("link", name="Vad ska vi bygga först?").click()
    expect(page.locator("h1")).to_contain_text("Vad ska vi bygga först på skolvägarna?")
    if javascript:
        axe(page)
    assert not javascript or has_no_sideways_scroll(page)
    expect(page.locator("main table")).to_have_count(0)

    page.get_by_role("link", name="Rösta", exact=True).click()
    page.get_by_label("Belysning på mörka gångvägar").check()
    if javascript:
        axe(page)
        assert has_no_sideways_scroll(page)
    page.get_by_role("button", name="Skicka min röst").click()
    expect(page.locator("main")).to_contain_text("Du har röstat på: Belysning på mörka gångvägar")
    if javascript:
        axe(page)

    page.get_by_role("link", name="Ändra min röst").click()
    expect(page.get_by_label("Belysning på mörka gångvägar")).to_be_checked()
    page.get_by_label("Avsmalningar som sänker farten").check()
    page.get_by_role("button", name="Ändra min röst").click()
    expect(page.locator("main")).to_contain_text("Du har röstat på: Avsmalningar som sänker farten")


def test_nothing_chosen_is_told(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit(OPEN_DIALOGUE)
    page.get_by_role("link", name="Vad ska vi bygga först?").click()
    page.goto(page.get_by_role("link", name="Rösta", exact=True).get_attribute("href"))
    page.get_by_role("button", name="Skicka min röst").click()
    expect(page.locator(".error-summary")).to_contain_text("Välj ett av alternativen")
    axe(page)


def test_a_closed_poll_shows_its_result(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/dialoger/")
    page.goto(page.get_by_role("link", name="Stigar längs kusten").first.get_attribute("href"))
    page.get_by_role("link", name="Vad behöver stigen mest?").click()
    expect(page.locator("main")).to_contain_text("64 personer har röstat.")
    row = page.get_by_role("row", name=re.compile("Hårt underlag på en sträcka"))
    expect(row).to_contain_text("26")
    expect(row.locator("svg")).to_have_count(1)
    axe(page)


def test_an_english_reader_votes_in_english(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/en/dialogues/tekniska-service/safe-ways-to-school/")
    page.get_by_role("link", name="What shall we build first?").click()
    page.goto(page.get_by_role("link", name="Vote", exact=True).get_attribute("href"))
    page.get_by_label("Raised crossings").check()
    axe(page)
    page.get_by_role("button", name="Send my vote").click()
    expect(page.locator("main")).to_contain_text("You have voted for: Raised crossings")
