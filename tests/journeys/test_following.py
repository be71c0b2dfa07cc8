"""Somebody without an account follows by e-mail, is told once, and leaves; a guest who left an address hears what became of it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import has_no_sideways_scroll
from tests.journeys.test_citizen import OPEN_DIALOGUE, write_comment

pytestmark = pytest.mark.browser

FOLLOWER, GUEST = "foljare.resan@example.org", "gast.resan@example.org"


def link_in(mail: Any, part: str) -> str:
    """The path of the link in a mail's text that holds these letters."""
    text = mail.get_body(("plain",)).get_content()
    found = re.search(rf"https?://[^/\s]+(/\S*{part}\S*)", text)
    assert found, text
    return found[1]


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (320, False)])
def test_follow_confirm_be_told_once_and_leave(
    visit: Callable[..., Page], sign_in: Callable[..., Page], axe: Callable[[Page], None], read_mail: Any, width: int, javascript: bool
) -> None:
    address = f"{width}.{FOLLOWER}"
    page = visit(OPEN_DIALOGUE, width=width, javascript=javascript)
    page.get_by_role("link", name="Följ dialogen").first.click()
    _looks_well(page, axe, javascript)
    page.get_by_label("Din e-postadress").fill(address)
    page.get_by_role("button", name="Skicka länken till mig").click()
    expect(page.locator("h1")).to_have_text("Titta i din mejl")
    [mail] = read_mail(address)
    page.goto(link_in(mail, "bekrafta"))
    _looks_well(page, axe, javascript)
    page.get_by_role("button", name="Ja, jag vill följa").click()
    expect(page.locator("h1")).to_have_text("Nu följer du det")
    page.get_by_role("link", name="Se och ändra det nu").click()
    expect(page.locator(".follows__item")).to_have_count(1)
    _looks_well(page, axe, javascript)

    staff = sign_in("teknik")
    staff.goto(_nothing_new_address(staff))
    staff.locator("[name=next_step]").fill(f"Nämnden beslutar om förslaget ({width})")
    staff.locator("[name=next_by]").fill("2031-05-06")
    expect(staff.locator(".xdsoft_datetimepicker")).to_be_visible()  # it opens late, and would lie over the button
    staff.locator("[name=next_by]").press("Tab")
    staff.get_by_role("button", name="Berätta för dem som väntar").click()
    staff.wait_for_url("**/themes/")

    told = [mail for mail in read_mail(address) if mail["Subject"].startswith("Inget nytt än")]
    assert len(told) == 1, "one mail for one event"
    page.goto(link_in(told[0], "sluta"))
    expect(page.locator("h1")).to_have_text("Sluta följa det?")
    page.get_by_role("button", name="Ja, sluta").click()
    expect(page.locator("h1")).to_have_text("Det är avslutat")
    _looks_well(page, axe, javascript)


def _nothing_new_address(staff: Page) -> str:
    """From the dialogue's own page in the admin."""
    staff.goto("/admin/participation/themes/")
    address = staff.locator("a", has_text="Trygga skolvägar").first.get_attribute("href")
    return address.replace("/themes/", "/nothing-new/")


def test_a_guest_leaves_an_address_and_says_yes(visit: Callable[..., Page], axe: Callable[[Page], None], read_mail: Any) -> None:
    page = visit(OPEN_DIALOGUE, width=320)
    page.goto(page.get_by_role("link", name="Skriv en synpunkt").first.get_attribute("href"))
    page.get_by_label(re.compile("Vill du veta vad som händer")).fill(GUEST)
    code = write_comment(page, "Måla om övergångsstället vid torget.")
    [mail] = read_mail(GUEST)
    assert code in mail["Subject"]
    page.goto(link_in(mail, "told"))
    _looks_well(page, axe, True)
    page.get_by_role("button", name="Ja, berätta för mig").click()
    expect(page.locator("h1")).to_have_text("Du får veta")


def _looks_well(page: Page, axe: Callable[[Page], None], javascript: bool) -> None:
    if javascript:
        axe(page)
        assert has_no_sideways_scroll(page)
