"""A citizen finds a dialogue, says something, and sees what becomes of it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import has_no_sideways_scroll

pytestmark = pytest.mark.browser

OPEN_DIALOGUE = "/dialoger/tekniska-service/trygga-skolvagar/"
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}")


def write_comment(page: Page, text: str, name: str = "Grannen") -> str:
    """Fill in and send the form; returns the code that the receipt shows."""
    page.get_by_label("Din text").fill(text)
    page.get_by_label("Namn eller alias").fill(name)
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator("main h1")).to_contain_text("Tack")
    found = CODE.search(page.locator("main").inner_text())
    assert found, page.locator("main").inner_text()
    return found[0]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no javascript"])
def test_a_guest_comments_and_reads_the_receipt(
    visit: Callable[..., Page], axe: Callable[[Page], None], width: int, javascript: bool
) -> None:
    page = visit("/", width=width, javascript=javascript)
    page.get_by_role("link", name="Trygga skolvägar").first.click()
    expect(page.locator("h1")).to_contain_text("Hur ska barn komma tryggt till skolan?")
    page.goto(page.get_by_role("link", name="Skriv en synpunkt").first.get_attribute("href"))
    if javascript:
        axe(page)
    assert javascript is False or has_no_sideways_scroll(page)
    code = write_comment(page, f"Bilarna kör för fort vid Östra skolan ({width}, {javascript}).")
    if javascript:
        axe(page)

    page.goto("/")
    page.get_by_label("Har du en kod?").or_(page.locator("input[name=kod]")).first.fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Visa kvittensen").click()
    expect(page.locator("main")).to_contain_text("Mottagen")
    expect(page.locator("main")).to_contain_text("Publicerad")
    expect(page.locator("main")).to_contain_text(f"Östra skolan ({width}, {javascript})")


def test_an_empty_form_says_what_to_do_and_keeps_the_name(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit(OPEN_DIALOGUE)
    page.goto(page.get_by_role("link", name="Skriv en synpunkt").first.get_attribute("href"))
    page.get_by_label("Namn eller alias").fill("Grannen")
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_label("Namn eller alias")).to_have_value("Grannen")
    axe(page)


def test_the_form_loads_into_the_page_with_htmx(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit(OPEN_DIALOGUE)
    page.get_by_role("link", name=re.compile("^Svara till")).first.click()
    expect(page.locator(".comment__slot textarea").first).to_be_visible()
    assert page.url.endswith(OPEN_DIALOGUE), "the page itself stays"
    axe(page)


def test_a_guest_supports_once_and_takes_it_back(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit(OPEN_DIALOGUE, javascript=True)
    link = page.get_by_role("link", name=re.compile("^Håller med")).first.get_attribute("href")
    page.goto(link)
    axe(page)
    page.locator("main form button[type=submit]").first.click()
    page.goto(link)
    expect(page.get_by_role("button", name="Ta tillbaka")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Ta tillbaka").click()
    page.goto(link)
    expect(page.get_by_role("button", name="Ta tillbaka")).to_have_count(0)


def test_a_guest_reports_a_comment(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit(OPEN_DIALOGUE, javascript=False)
    page.goto(page.get_by_role("link", name=re.compile("^Anmäl")).nth(2).get_attribute("href"))
    page.locator("main [name=reason]").first.check()
    page.get_by_role("button", name="Skicka anmälan").click()
    expect(page.locator("main")).to_contain_text("Tack")


def test_the_whole_way_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit(OPEN_DIALOGUE)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_contain_text("Hoppa till innehållet")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Skriv en synpunkt").first.focus()
    page.keyboard.press("Enter")
    text = page.get_by_label("Din text")
    expect(text).to_be_visible()
    text.focus()
    page.keyboard.type("Jag skriver det här med tangentbordet.")
    page.keyboard.press("Tab")
    page.keyboard.type("Tangent")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(CODE)


def test_filters_stand_in_the_address_and_back_works(visit: Callable[..., Page]) -> None:
    page = visit("/dialoger/")
    page.get_by_label("Läge").select_option("answered")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("main")).to_contain_text("dialog")
    assert page.locator(".card").count() >= 1
    page.goto("/dialoger/?state=cancelled")
    page.go_back()
    assert "state=answered" in page.url


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no javascript"])
def test_on_a_phone_filters_are_folded_and_the_first_result_stands_on_the_screen(
    visit: Callable[..., Page], axe: Callable[[Page], None], javascript: bool
) -> None:
    page = visit("/dialoger/", width=390, javascript=javascript)
    page.get_by_text("Filtrera").click()
    page.get_by_label("Plats", exact=True).select_option("skare")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_label("Plats", exact=True)).to_be_hidden()
    assert page.locator(".card__title").first.bounding_box()["y"] < 844
    if javascript:
        axe(page)
    page.get_by_role("link", name="Ta bort filtret: Skåre").click()
    assert "skare" not in page.url


def test_english_readers_see_swedish_words_marked(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/en/dialogues/tekniska-service/safe-ways-to-school/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.locator(".comment__text[lang=sv], .comment__text [lang=sv]").count() > 0
    axe(page)


def test_a_citizen_creates_an_account_and_gets_a_mail(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/konto/signup/")
    page.locator("input[name=email]").fill("ny.person@example.org")
    for name in ("password1", "password2"):
        page.locator(f"input[name={name}]").fill("en-ganska-lang-fras-7")
    page.locator("main button[type=submit]").click()
    expect(page).to_have_url(re.compile("/konto/confirm-email/"))
    axe(page)
