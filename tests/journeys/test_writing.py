"""Somebody writes: several forms stay open, nothing is lost on the way, and what was sent is forgotten. A press on a kept page counts once."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

OPEN_DIALOGUE = "/dialoger/tekniska-service/trygga-skolvagar/"
WORDS = "Det här får inte försvinna på vägen."


@pytest.fixture
def visit_dialogue(visit: Callable[..., Page]) -> Callable[..., tuple[Page, list[Any]]]:
    """The dialogue, and what the browser asks: every question is answered with yes."""

    def open_page(**options: Any) -> tuple[Page, list[Any]]:
        asked: list[Any] = []
        page = visit(OPEN_DIALOGUE, **options)
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        return page, asked

    return open_page


def reply(page: Page, number: int = 0) -> None:
    page.locator(".comment__links a", has_text="Svara").nth(number).click()


def drafts(page: Page) -> int:
    return int(page.evaluate("Object.keys(localStorage).length"))


def test_forms_stand_beside_each_other_and_a_draft_waits(
    visit_dialogue: Callable[..., tuple[Page, list[Any]]], axe: Callable[[Page], None]
) -> None:
    page, asked = visit_dialogue()
    reply(page)
    text = page.locator(".comment__slot textarea").first
    text.fill(WORDS)
    page.locator(".comment__links a", has_text="Anmäl").first.click()
    reply(page, 1)
    expect(page.locator(".opened")).to_have_count(3)
    reply(page)
    expect(text).to_be_focused()
    expect(text).to_have_value(WORDS)
    expect(page.locator(".field__count").first).to_contain_text(f"{len(WORDS)} av 5")
    axe(page)

    page.get_by_role("link", name="Mest stöd").click()
    page.wait_for_url("**ordning=**")
    assert asked == ["beforeunload"]
    page.goto(OPEN_DIALOGUE)
    reply(page)
    expect(page.locator(".comment__slot textarea").first).to_have_value(WORDS)
    expect(page.locator(".writing-kept")).to_contain_text("finns kvar")
    axe(page)
    page.locator(".comment__slot [data-close]").click()
    expect(page.locator(".opened")).to_have_count(0)
    assert asked == ["beforeunload", "confirm"] and drafts(page) == 0


def test_what_was_sent_is_forgotten_and_what_was_refused_is_not(
    visit_dialogue: Callable[..., tuple[Page, list[Any]]], axe: Callable[[Page], None]
) -> None:
    page, asked = visit_dialogue()
    page.goto(str(page.locator("main a[href*='/new/']").first.get_attribute("href")))
    page.get_by_label("Namn eller alias").fill("Grannen")
    page.locator("textarea").first.fill("x" * 5001)
    expect(page.locator(".field__count--over")).to_be_visible()
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert drafts(page) == 1
    page.locator("textarea").first.fill(WORDS)
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator("main h1")).to_contain_text("Tack")
    assert drafts(page) == 0 and asked == []

    page.goto(OPEN_DIALOGUE)
    expect(page.locator(".own")).to_contain_text(WORDS)
    axe(page)
    page.locator(".own").get_by_role("link", name="Ta tillbaka").click()
    page.get_by_role("button", name="Ta tillbaka").click()
    page.goto(OPEN_DIALOGUE)
    expect(page.locator(".own")).to_contain_text("Återtagen")


def test_a_press_counts_once_and_is_taken_back_in_its_place(
    visit_dialogue: Callable[..., tuple[Page, list[Any]]], axe: Callable[[Page], None]
) -> None:
    page, _asked = visit_dialogue()
    link = page.locator("a.support").first
    words = link.inner_text()
    link.dblclick()
    expect(page.locator(".support__given")).to_contain_text("Du håller med")
    expect(page.get_by_role("button", name="Ta tillbaka")).to_be_focused()
    axe(page)
    page.reload()
    page.locator("a.support").first.click()
    expect(page.locator(".support__given")).to_contain_text("Du håller med")
    expect(page.get_by_role("button", name="Ta tillbaka")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("a.support").first).to_be_focused()
    expect(page.locator("a.support").first).to_have_text(words, use_inner_text=True)


def test_without_scripts_ones_own_is_a_link_away(visit_dialogue: Callable[..., tuple[Page, list[Any]]]) -> None:
    page, _asked = visit_dialogue(javascript=False)
    page.goto(str(page.locator("main a[href*='/new/']").first.get_attribute("href")))
    page.get_by_label("Din text").fill(WORDS)
    page.get_by_label("Namn eller alias").fill("Grannen")
    page.get_by_role("button", name="Skicka").click()
    page.goto(OPEN_DIALOGUE)
    page.get_by_role("link", name="Se det du skrev här").click()
    expect(page.locator("main")).to_contain_text(WORDS)
    expect(page.get_by_role("link", name="Ta tillbaka")).to_be_visible()
