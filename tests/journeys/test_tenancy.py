"""An editor of one administration meets what is closed to it in another."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TITLE = "Hemligt utkast om torget"


def test_a_foreign_draft_is_not_there(sign_in: Callable[..., Page]) -> None:
    owner = sign_in("teknik")
    owner.goto("/admin/dialogues/new/")
    owner.locator("[name=title]").fill(TITLE)
    owner.locator("main button[type=submit], form button[type=submit]").last.click()
    owner.wait_for_url("**/admin/pages/*/edit/**")
    number = owner.url.split("/pages/")[1].split("/")[0]

    stranger = sign_in("kultur")
    for address in (f"/admin/pages/{number}/edit/", f"/admin/pages/{number}/history/", f"/admin/pages/{number}/copy/"):
        answer = stranger.goto(address)
        assert answer.status in (403, 404)
        expect(stranger.locator("body")).not_to_contain_text(TITLE)
    for address in (
        "/admin/",
        "/admin/pages/",
        "/admin/pages/search/?q=torget",
        "/admin/choose-page/search/?q=torget",
        "/admin/reports/site-history/",
    ):
        stranger.goto(address)
        expect(stranger.locator("body")).not_to_contain_text(TITLE)
    owner.goto("/admin/pages/search/?q=Hemligt")
    expect(owner.locator("body")).to_contain_text(TITLE)
