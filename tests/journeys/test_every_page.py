"""Every page that a visitor can reach: it answers, fits a phone, and axe finds nothing."""

from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import has_no_sideways_scroll

pytestmark = pytest.mark.browser

STARTS = {
    "sv": ("/", "/kvitto/", "/konto/login/", "/konto/signup/", "/konto/password/reset/", "/finns-inte/"),
    "en": ("/en/", "/en/finns-inte/"),
}
WIDTHS = {"sv": (1280, 320), "en": (320,)}  # the wide page is the narrow one's boxes in other places, in any language
LEFT_OUT = ("/admin/", "/_/images/", "/_/documents/", "/static/", "/en/admin/")
NOT_PAGES = ("/atom/", "/json/", ".ics")
AT_MOST = 70
# Many addresses of one kind look alike; so many of each are enough.
ALIKE = {"/_/comments/": 4, "/_/contributions/": 6, "/en/_/comments/": 2, "/en/_/contributions/": 2, "/kvitto/": 4, "?": 12}


def kind_of(address: str) -> str:
    """The kind that an address is one of many of, or nothing."""
    if "?" in address:
        return "?"
    return next((prefix for prefix in ALIKE if address.startswith(prefix)), "")


def links_of(page: Page, site: str, language: str) -> list[str]:
    """Addresses of this site in a language that the page links to."""
    found = page.eval_on_selector_all("a[href]", "links => links.map(link => new URL(link.getAttribute('href'), document.baseURI).href)")
    addresses = [href.split("#")[0].removeprefix(site) for href in found if href.startswith(site)]
    own = [address for address in addresses if address.startswith("/en/") == (language == "en")]
    return [address for address in own if not address.startswith(LEFT_OUT) and not urlsplit(address).path.endswith(NOT_PAGES)]


@pytest.mark.parametrize("language", STARTS)
def test_every_page_answers_fits_a_phone_and_passes_axe(
    visit: Callable[..., Page], demo_site: str, axe: Callable[[Page], None], language: str
) -> None:
    page = visit("/")
    waiting, seen, counted = deque(STARTS[language]), set(STARTS[language]), dict.fromkeys(ALIKE, 0)
    problems: list[str] = []
    while waiting and len(seen) <= AT_MOST + len(waiting):
        address = waiting.popleft()
        page.set_viewport_size({"width": 1280, "height": 900})
        response = page.goto(address)
        expected = 404 if "finns-inte" in address else 200
        if response is None or response.status != expected:
            problems.append(f"{address}: answered {response and response.status}")
            continue
        problems += problems_at(page, address, axe, widths=WIDTHS[language])
        for link in links_of(page, demo_site, language):
            kind = kind_of(link)
            if link in seen or (kind and counted[kind] >= ALIKE[kind]):
                continue
            seen.add(link)
            if kind:
                counted[kind] += 1
            waiting.append(link)
    assert not problems, "\n".join(problems)
    assert len(seen) > 40


def problems_at(page: Page, address: str, axe: Callable[[Page], None], widths: tuple[int, ...]) -> list[str]:
    """What is wrong with the page at some widths."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        try:
            axe(page)
        except AssertionError as error:
            found.append(f"{address} at {width}: {error}")
        if not has_no_sideways_scroll(page):
            found.append(f"{address} at {width}: scrolls sideways")
    if page.locator("h1").count() != 1:
        found.append(f"{address}: {page.locator('h1').count()} h1")
    return found
