"""A citizen writes while logged in; the session ends; nothing is lost, and nothing is sent as somebody else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cms.demo.people import DEMO_PASSWORD
from tests.journeys.conftest import has_no_sideways_scroll

pytestmark = pytest.mark.browser

OPEN_DIALOGUE = "/dialoger/tekniska-service/trygga-skolvagar/"
SESSION = "sessionid"


def open_reply(page: Page, *, javascript: bool) -> None:
    """The form of a reply: in the page itself, or without JavaScript on a page of its own."""
    page.goto(OPEN_DIALOGUE)
    link = page.get_by_role("link", name="Svara till").first
    if javascript:
        link.click()
    else:
        page.goto(link.get_attribute("href") or "")
    expect(page.get_by_label("Din text")).to_be_visible()


def write(page: Page, text: str) -> None:
    page.get_by_label("Din text").fill(text)
    page.get_by_label("Namn eller alias").fill("Astrid vid skolan")
    page.get_by_label("Berätta").check()


def lose_session_and_send(page: Page) -> None:
    """What twelve hours, or a logout in another tab, do to a form that lies open."""
    page.context.clear_cookies(name=SESSION)
    page.get_by_role("button", name="Skicka", exact=True).click()
    expect(page.locator("main")).to_contain_text("Du är utloggad")


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (320, True), (1280, False)])
def test_logged_in_again_in_a_new_tab_the_reply_is_sent_as_it_was_meant(
    sign_in: Callable[..., Page], axe: Callable[[Page], None], width: int, javascript: bool
) -> None:
    page = sign_in("astrid", width=width, javascript=javascript)
    text = f"Sänk farten vid skolan ({width}, {javascript})."
    open_reply(page, javascript=javascript)
    write(page, text)
    lose_session_and_send(page)
    expect(page.get_by_label("Din text")).to_have_value(text)
    expect(page.get_by_label("Berätta")).to_be_checked()
    if javascript:
        axe(page)
        assert has_no_sideways_scroll(page)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Logga in i en ny flik").click()
    tab = opened.value
    tab.locator("input[name=login]").fill("astrid@example.org")
    tab.locator("input[name=password]").fill(DEMO_PASSWORD)
    tab.locator("main button[type=submit]").click()
    expect(tab.locator("main")).to_contain_text("Gå tillbaka till fliken")
    if javascript:
        axe(tab)
    tab.close()
    page.get_by_role("button", name="Skicka igen").click()
    expect(page.locator("main h1")).to_contain_text("Tack")
    page.goto("/konto/")
    expect(page.locator("#contributions")).to_contain_text(text)


def test_without_an_account_it_is_sent_on_purpose_with_an_address_for_news(
    sign_in: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    page = sign_in("astrid")
    open_reply(page, javascript=True)
    write(page, "Utan konto vill jag säga det också.")
    lose_session_and_send(page)
    page.get_by_role("button", name="Skicka utan konto").click()
    expect(page.locator(".error-summary")).to_contain_text("Du ville få veta")
    axe(page)
    page.get_by_label("E-post").fill("astrid.utan.konto@example.org")
    page.get_by_role("button", name="Skicka", exact=True).click()
    expect(page.locator("main h1")).to_contain_text("Tack")


def test_a_browser_that_takes_no_cookies_is_told_so(visit: Callable[..., Page]) -> None:
    page = visit(OPEN_DIALOGUE, javascript=False)
    page.goto(page.get_by_role("link", name="Skriv en synpunkt").first.get_attribute("href") or "")
    page.get_by_label("Din text").fill("Jag tar inga kakor.")
    page.get_by_label("Namn eller alias").fill("Grannen")
    page.context.clear_cookies()
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator("main")).to_contain_text("tar inte emot kakor")
    expect(page.get_by_label("Din text")).to_have_value("Jag tar inga kakor.")
