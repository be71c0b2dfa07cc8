"""A moderator works off the queue, and somebody asks for a second look: with keys, on a phone, without JavaScript."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import has_no_sideways_scroll

pytestmark = pytest.mark.browser

QUEUE = "/admin/participation/contributions/queue/"


def write(page: Page, words: str) -> str:
    """Write a comment in a dialogue that is open; the receipt's address."""
    page.goto("/dialoger/")
    page.get_by_role("link", name="Trygga skolvägar").first.click()
    page.goto(page.get_by_role("link", name="Skriv en synpunkt").first.get_attribute("href") or "")
    page.get_by_label("Namn eller alias").fill("Vera")
    page.get_by_label("Din text").fill(words)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/kvitto/**")
    return page.url.partition("?")[0]


def hide_by_hand(page: Page, words: str) -> None:
    """From the list, by the contribution's own page."""
    page.goto(f"/admin/participation/contributions/?q={words}")
    page.locator("td.gensvar-excerpt a").first.click()
    page.get_by_role("link", name="Dölj", exact=True).click()
    page.get_by_label("Den hotar eller trakasserar någon.").check()
    page.locator("[name=note]").fill("Orden läses som ett hot.")
    with page.expect_navigation():  # the editor first looks whether one is still logged in
        page.locator("main button[type=submit], form button[type=submit]").last.click()


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (320, True), (1280, False)])
def test_a_moderator_and_a_second_look(
    visit: Callable[..., Page], sign_in: Callable[..., Page], axe: Callable[[Page], None], width: int, javascript: bool
) -> None:
    def examine(page: Page) -> None:
        """Axe is JavaScript itself."""
        if javascript:
            axe(page)
            assert has_no_sideways_scroll(page)

    words = f"Skärpning{width}{javascript}"
    author = visit("/", width=width, javascript=javascript)
    receipt = write(author, f"{words} nu, annars blir jag arg på riktigt.")
    moderator = sign_in("moderator", width=width, javascript=javascript)
    hide_by_hand(moderator, words)

    author.goto(receipt)
    expect(author.locator("main")).to_contain_text("Orden läses som ett hot.")
    examine(author)
    author.get_by_role("link", name="Be en annan person granska på nytt").click()
    examine(author)
    author.get_by_label("Varför bör den visas?").fill("Jag är arg, och hotar ingen.")
    author.get_by_role("button", name="Be om ny granskning").click()
    expect(author.locator("main")).to_contain_text("Jag är arg, och hotar ingen.")

    moderator.goto(QUEUE)
    expect(moderator.locator("[data-queue]")).to_contain_text(words)
    expect(moderator.locator("tr", has_text=words)).to_contain_text("Du var med och dolde den")

    other = sign_in("samordnare", width=width, javascript=javascript)
    other.goto(QUEUE)
    other.locator("tr", has_text=words).get_by_role("link", name="Bestäm efter ny granskning").click()
    expect(other.locator("body")).to_contain_text("Jag är arg, och hotar ingen.")
    other.get_by_label("Den visas igen").check()
    other.locator("[name=answer]").fill("Du har rätt: det är ilska, inget hot.")
    other.locator("main button[type=submit], form button[type=submit]").last.click()
    other.wait_for_url(f"**{QUEUE}**")
    expect(other.locator("body")).not_to_contain_text(words)

    author.goto(receipt)
    expect(author.locator("main")).to_contain_text("Du har rätt: det är ilska, inget hot.")
    examine(author)


def test_the_queue_is_worked_off_with_keys(visit: Callable[..., Page], sign_in: Callable[..., Page]) -> None:
    page = sign_in("samordnare")
    page.goto(QUEUE)
    expect(page.locator("[data-queue-keys]")).to_be_visible()
    rows = page.locator("[data-queue] tbody tr")
    number = rows.count()
    assert number >= 2
    page.keyboard.press("j")
    expect(rows.nth(0).locator(".title a")).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1).locator(".title a")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("x")
    expect(rows.nth(0).locator("input[type=checkbox]")).to_be_checked()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("k")
    chosen = [rows.nth(place).locator("input[type=checkbox]").get_attribute("data-object-id") for place in (0, 1)]
    page.keyboard.press("h")
    page.wait_for_url(lambda url: "/hide/" in url and all(f"id={pk}" in url for pk in chosen))
    page.goto(QUEUE)
    waits = page.locator("tr", has_text="Väntar på granskning").first
    waits.locator(".title a").focus()
    page.keyboard.press("p")
    page.wait_for_url("**/publish/**")
    page.locator("[data-queue-confirm] button[type=submit]").press("Enter")
    page.wait_for_url(f"**{QUEUE}**")
    expect(rows).to_have_count(number - 1)
    page.get_by_role("button", name="Använd tangenterna").click()
    page.keyboard.press("j")
    expect(rows.nth(0).locator(".title a")).not_to_be_focused()


@pytest.mark.parametrize("width", [1280, 320])
def test_everybody_reads_how_it_is_moderated(visit: Callable[..., Page], axe: Callable[[Page], None], width: int) -> None:
    page = visit("/", width=width)
    page.locator("footer").get_by_role("link", name="Så modererar vi").click()
    expect(page.locator("h1")).to_have_text("Så modererar vi")
    axe(page)
    assert has_no_sideways_scroll(page)


@pytest.mark.parametrize(("path", "heading"), [(QUEUE, "Kö"), ("/admin/", "Löften"), ("/admin/participation/owed/", "skyldiga svar")])
def test_the_dashboard_and_the_queue_are_accessible(sign_in: Callable[..., Page], path: str, heading: str) -> None:
    page = sign_in("samordnare")
    page.goto(path)
    expect(page.locator("main")).to_contain_text(heading)
    found = Axe().run(page, context={"include": [["main"]]}, options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa"]}})
    assert found.violations_count == 0, found.generate_report()
