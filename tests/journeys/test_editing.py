"""An editor writes while the session ends, while a form is sent, and while somebody else writes."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from cms.demo.codes import current_code
from cms.demo.people import DEMO_PASSWORD
from tests.journeys.preparing import manage

pytestmark = pytest.mark.browser

EDITOR, TITLE = "samhallsbyggnad", "Stigar längs kusten"
END = "from django.contrib.sessions.models import Session; assert Session.objects.filter(pk='{key}').delete()[0]"
SAVED = ".w-autosave-indicator__state--saved"
LOOKS_FOR_CHANGES = 2500  # Wagtail does so from two seconds on


@pytest.fixture
def end_session(demo_environment: dict[str, str]) -> Callable[[Page], None]:
    """End the session of a page in the database, as time does."""

    def end(page: Page) -> None:
        key = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "sessionid")
        manage(demo_environment, "shell", "-c", END.format(key=key))

    return end


@pytest.fixture
def editing(sign_in: Callable[..., Page], signed_in_sessions: dict[str, Any]) -> Iterator[Page]:
    """A page signed in as an editor; the next test goes on with the session that it ends with."""
    page = sign_in(EDITOR)
    yield page
    signed_in_sessions[EDITOR] = page.context.storage_state()


def open_editor(page: Page) -> str:
    """The editor of a public dialogue of one's own; its address."""
    page.goto("/admin/")
    answer = page.evaluate("fetch('/admin/api/main/pages/?type=participation.DialoguePage').then((answer) => answer.json())")
    pk = next(item["id"] for item in answer["items"] if item["title"] == TITLE)
    page.goto(f"/admin/pages/{pk}/edit/")
    page.wait_for_timeout(LOOKS_FOR_CHANGES)
    return page.url


def question_of(page: Page) -> Locator:
    return page.locator("#page-edit-form [name=question]")


def publish(page: Page) -> None:
    """By the button behind the arrow."""
    page.get_by_role("button", name="Fler åtgärder").click()
    page.locator("button[name=action-publish]").click()


def sign_in_by_hand(tab: Page) -> None:
    """Through the forms. A code works once: the next one is waited for."""
    time.sleep(current_code()[1] + 1)
    tab.locator("input[name=login]").fill(f"{EDITOR}@example.org")
    tab.locator("input[name=password]").fill(DEMO_PASSWORD)
    tab.locator("main button[type=submit]").click()
    tab.locator("input[name=code]").fill(current_code()[0])
    tab.locator("main form.form button[type=submit]").click()
    expect(tab.locator("h1")).to_contain_text("Du är inloggad")


def test_what_is_written_when_the_session_ends_is_saved_after_the_next_login(editing: Page, end_session: Callable[[Page], None]) -> None:
    page, words = editing, "Vad skrev jag när jag blev utloggad?"
    open_editor(page)
    notice = page.locator("[data-session-notice]")
    end_session(page)
    question_of(page).fill(words)
    expect(page.get_by_role("alert").filter(has_text="Du är utloggad. Logga in i en ny flik; texten är kvar.")).to_be_visible()
    publish(page)
    expect(notice.get_by_role("link")).to_be_focused()
    expect(question_of(page)).to_have_value(words)
    with page.context.expect_page() as opened:
        notice.get_by_role("link", name="Logga in i en ny flik").click()
    sign_in_by_hand(opened.value)
    opened.value.close()
    expect(notice).to_be_empty()
    expect(page.locator(SAVED)).to_be_visible()
    publish(page)
    page.wait_for_url(lambda url: "/edit/" not in url)
    page.goto("/dialoger/samhallsbyggnad/stigar-langs-kusten/")
    expect(page.locator("main")).to_contain_text(words)


@pytest.mark.parametrize("delay", [0, 700, 1500])
def test_publishing_just_after_typing_is_one_version_and_no_draft(editing: Page, delay: int) -> None:
    page, words = editing, f"Hur ska stigen gå {delay}?"
    address = open_editor(page)
    question_of(page).fill(words)
    page.wait_for_timeout(delay)
    late: list[str] = []
    publish(page)
    page.on(
        "request",
        lambda request: (
            late.append(request.url) if request.headers.get("accept") == "application/json" and request.method == "POST" else None
        ),
    )
    page.wait_for_url(lambda url: "/edit/" not in url)
    expect(page.locator(".messages")).to_contain_text("publicerad")
    assert not [url for url in late if url == address]
    page.goto(address)
    expect(question_of(page)).to_have_value(words)
    expect(page.locator("header")).not_to_contain_text("Publicerad + utkast")


def test_an_older_window_saves_over_nothing_unseen(editing: Page) -> None:
    page = editing
    address = open_editor(page)
    other = page.context.new_page()
    other.goto(address)
    other.wait_for_timeout(LOOKS_FOR_CHANGES)
    question_of(other).fill("Vad står i det andra fönstret?")
    expect(other.locator(SAVED)).to_be_visible()
    page.evaluate("HTMLFormElement.prototype.requestSubmit.call(document.querySelector('#page-edit-form'))")
    expect(page.locator(".messages")).to_contain_text("i ett annat fönster")
    other.reload()
    expect(question_of(other)).to_have_value("Vad står i det andra fönstret?")


def test_going_back_shows_what_is_saved(editing: Page) -> None:
    page = editing
    address = open_editor(page)
    question_of(page).fill("Vad skrev jag först?")
    expect(page.locator(SAVED)).to_be_visible()
    page.goto("/admin/")
    other = page.context.new_page()
    other.goto(address)
    other.wait_for_timeout(LOOKS_FOR_CHANGES)
    question_of(other).fill("Vad skrev jag sedan?")
    expect(other.locator(SAVED)).to_be_visible()
    page.go_back()
    expect(question_of(page)).to_have_value("Vad skrev jag sedan?")


def test_a_form_without_autosave_is_kept_too(editing: Page, end_session: Callable[[Page], None]) -> None:
    page = editing
    page.goto("/admin/dialogues/new/")
    page.locator("[name=title]").fill("Belysning i parken")
    end_session(page)
    page.locator("main button[type=submit], form button[type=submit]").last.click()
    notice = page.locator("[data-session-notice]")
    expect(notice).to_contain_text("Du är utloggad.")
    with page.context.expect_page() as opened:
        notice.get_by_role("link").click()
    sign_in_by_hand(opened.value)
    opened.value.close()
    expect(notice).to_be_empty()
    page.locator("main button[type=submit], form button[type=submit]").last.click()
    page.wait_for_url("**/admin/pages/*/edit/**")
    expect(page.locator("[name=title]")).to_have_value("Belysning i parken")


def test_without_the_script_the_page_that_answers_holds_the_text(
    sign_in: Callable[..., Page], editing: Page, end_session: Callable[[Page], None], axe: Callable[[Page], None]
) -> None:
    page = editing
    page.route("**/cms/admin.js", lambda route: route.fulfill(body=""))
    page.goto("/admin/dialogues/new/")
    page.locator("[name=title]").fill("Bänkar vid hamnen")
    end_session(page)
    page.locator("main button[type=submit], form button[type=submit]").last.click()
    expect(page.locator("h1")).to_contain_text("Du är utloggad; texten är kvar")
    expect(page.locator("main")).to_contain_text("Bänkar vid hamnen")
    axe(page)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Logga in i en ny flik").click()
    sign_in_by_hand(opened.value)
    opened.value.close()
    page.get_by_role("button", name="Skicka igen").click()
    expect(page.locator("h1")).to_contain_text("Du har loggat in sedan formuläret öppnades")
    page.get_by_role("button", name="Skicka igen").click()
    page.wait_for_url("**/admin/pages/*/edit/**")
    expect(page.locator("[name=title]")).to_have_value("Bänkar vid hamnen")
