"""Somebody searches: on a phone, by keyboard, without scripts; finds, narrows, comes back; staff find the hub."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import has_no_sideways_scroll

pytestmark = pytest.mark.browser


def search_for(page: Page, text: str) -> None:
    """Type into the page's search field and press Enter."""
    field = page.get_by_role("searchbox").first
    field.fill(text)
    field.press("Enter")
    page.wait_for_url("**/sok/**")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no javascript"])
def test_from_the_start_page_to_a_comment_in_its_place(
    visit: Callable[..., Page], axe: Callable[[Page], None], width: int, javascript: bool
) -> None:
    page = visit("/", width=width, javascript=javascript)
    search_for(page, "skolan cykel")
    result = page.get_by_role("article").filter(has_text="Trygga skolvägar").first
    expect(result.locator("mark").first).to_be_visible()
    expect(result).to_contain_text("synpunkter här stämmer")
    if javascript:
        axe(page)
        assert has_no_sideways_scroll(page)
    result.get_by_role("link", name="synpunkter här stämmer").click()
    expect(page.locator("h1")).to_have_text("Sök i det som sagts")
    expect(page.get_by_role("searchbox")).to_have_value("skolan cykel")
    page.get_by_role("link", name="Läs på plats").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.get_by_role("article").filter(has_text="Trygga skolvägar").first).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no javascript"])
def test_results_are_narrowed_and_widened_again(visit: Callable[..., Page], axe: Callable[[Page], None], javascript: bool) -> None:
    page = visit("/sok/?q=skola", javascript=javascript)
    page.get_by_label("Läge").select_option("open")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("link", name="Ta bort filtret: Läge: Öppen")).to_be_visible()
    assert "state=open" in page.url
    assert "q=skola" in page.url
    if javascript:
        axe(page)
    page.get_by_role("link", name="Ta bort filtret: Läge: Öppen").click()
    assert "state=open" not in page.url
    page.get_by_role("link", name="Nyast först").click()
    assert "sort=date" in page.url
    page.go_back()
    page.go_back()
    expect(page.get_by_label("Läge")).to_have_value("open")


def test_suggestions_by_keyboard(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/")
    field = page.get_by_role("searchbox").first
    field.press_sequentially("smyge", delay=30)
    offered = page.get_by_role("list", name="Förslag").get_by_role("link")
    expect(offered.first).to_contain_text("Smygehamn")
    axe(page)
    field.press("ArrowDown")
    expect(offered.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(offered).to_have_count(0)
    field.press_sequentially("h")
    expect(offered.first).to_be_visible()
    field.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/orter/smygehamn/")


def test_a_typo_and_nothing_at_all(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/sok/?q=lekplasten+skegire", width=320)
    expect(page.get_by_text("Menade du")).to_be_visible()
    expect(page.get_by_role("article").first).to_contain_text("Skegrie")
    axe(page)
    page.goto("/sok/?q=xyzzyqwerty")
    expect(page.get_by_role("heading", name="Ingen träff på")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Fråga oss i stället")
    axe(page)
    assert has_no_sideways_scroll(page)


def test_a_diary_number_as_a_registrar_types_it(visit: Callable[..., Page]) -> None:
    page = visit("/en/search/?q=ks+2022-206")
    expect(page.get_by_role("article").first).to_contain_text("Kartläggning")


def test_staff_find_the_hub_and_citizens_do_not(
    visit: Callable[..., Page], sign_in: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    page = visit("/sok/?q=trygghetsvandring+checklista")
    expect(page.get_by_text("Bara för medarbetare")).to_have_count(0)
    staff = sign_in("kultur")
    staff.goto("/sok/?q=guide+vandring")
    expect(staff.get_by_text("Bara för medarbetare").first).to_be_visible()
    axe(staff)
