"""A guest writes on a phone, claims it with an account, takes a copy of everything, and is erased."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cms.demo.people import DEMO_PASSWORD
from tests.journeys.conftest import has_no_sideways_scroll
from tests.journeys.test_citizen import OPEN_DIALOGUE, write_comment

pytestmark = pytest.mark.browser

WORDS = "Bänken vid hållplatsen är trasig."


def test_claim_copy_and_erase(visit: Callable[..., Page], axe: Callable[[Page], None], tmp_path: Path) -> None:
    page = visit(OPEN_DIALOGUE, width=320, accept_downloads=True)
    page.goto(page.get_by_role("link", name="Skriv en synpunkt").first.get_attribute("href"))
    code = write_comment(page, WORDS)
    page.goto("/_/mina-uppgifter/")
    expect(page.locator("main")).to_contain_text(WORDS)
    _looks_well(page, axe)

    page.goto("/konto/login/")
    page.locator("input[name=login]").fill("yusuf@example.org")
    page.locator("input[name=password]").fill(DEMO_PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "login" not in url)
    page.goto("/konto/")
    _looks_well(page, axe)
    expect(page.locator("#contributions")).not_to_contain_text(WORDS)
    page.get_by_label(WORDS).check()
    page.get_by_role("button", name="Lägg till mitt konto").click()
    expect(page.locator("#contributions")).to_contain_text(WORDS)

    page.get_by_role("link", name="Hämta en kopia av allt").first.click()
    _looks_well(page, axe)
    with page.expect_download() as download:
        page.get_by_role("button", name="Hämta filen").click()
    file = tmp_path / "copy.json"
    download.value.save_as(file)
    copy = json.loads(file.read_text())
    assert WORDS in json.dumps(copy, ensure_ascii=False)
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.locator("main")).to_contain_text("yusuf@example.org")
    _looks_well(page, axe)

    page.goto("/konto/radera/")
    _looks_well(page, axe)
    page.get_by_label("Skriv RADERA").fill("radera")
    page.get_by_role("button", name="Radera allt").click()
    expect(page.locator("h1")).to_have_text("Du är raderad")
    page.goto(f"/kvitto/{code}/")
    expect(page.locator("main")).to_contain_text(WORDS)
    page.goto("/konto/")
    assert "/konto/login/" in page.url


def _looks_well(page: Page, axe: Callable[[Page], None]) -> None:
    axe(page)
    assert has_no_sideways_scroll(page)
