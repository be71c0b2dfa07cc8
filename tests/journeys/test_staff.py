"""An editor answers a dialogue; a colleague reads the knowledge hub."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cms.demo.codes import current_code
from cms.demo.people import DEMO_PASSWORD
from tests.journeys.conftest import has_no_sideways_scroll

pytestmark = pytest.mark.browser


def test_an_editor_signs_in_with_a_password_and_a_code(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/konto/login/?next=/admin/", width=320)
    page.locator("input[name=login]").fill("redaktor@example.org")
    page.locator("input[name=password]").fill(DEMO_PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/konto/2fa/authenticate/**")
    axe(page)
    assert has_no_sideways_scroll(page)
    page.goto("/admin/pages/")
    assert page.url.endswith("/konto/2fa/authenticate/")
    page.get_by_label("Kod").fill(current_code()[0])
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_url("**/admin/")
    page.goto("/konto/2fa/")
    axe(page)
    assert has_no_sideways_scroll(page)


def test_a_passkey_is_as_good_as_a_code(sign_in: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = sign_in("kultur", afresh=True, width=320)
    _with_authenticator(page)
    page.goto("/konto/2fa/webauthn/add/")
    page.get_by_label("Nyckelns namn").fill("Jobbtelefonen")
    page.get_by_role("button", name="Lägg till").click()
    page.wait_for_url("**/konto/2fa/recovery-codes/")
    axe(page)
    page.goto("/konto/2fa/webauthn/")
    expect(page.locator("main")).to_contain_text("Jobbtelefonen")
    axe(page)
    assert has_no_sideways_scroll(page)
    page.context.clear_cookies()
    page.goto("/konto/login/?next=/admin/")
    page.locator("input[name=login]").fill("kultur@example.org")
    page.locator("input[name=password]").fill(DEMO_PASSWORD)
    page.locator("main button[type=submit]").click()
    page.get_by_role("button", name="Använd en nyckel").click()
    page.wait_for_url("**/admin/")


def _with_authenticator(page: Page) -> None:
    """Give the browser a device that keeps keys and says yes."""
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": device})


@pytest.mark.parametrize("width", [1280, 320])
def test_a_colleague_finds_a_guide(sign_in: Callable[..., Page], axe: Callable[[Page], None], width: int) -> None:
    page = sign_in("medarbetare", width=width)
    page.goto("/kunskapsbanken/")
    expect(page.locator(".band")).to_contain_text("bara för medarbetare")
    axe(page)
    page.get_by_role("link", name="Planera dialogen").click()
    expect(page.locator("h1")).to_contain_text("Planera dialogen")
    page.get_by_label("Minst två metoder, varav en på plats.").check()
    axe(page)
    assert has_no_sideways_scroll(page)


def test_a_citizen_does_not_find_the_hub(sign_in: Callable[..., Page]) -> None:
    page = sign_in("astrid")
    assert page.goto("/kunskapsbanken/").status == 404
    assert page.goto("/kunskapsbanken/planera-dialogen/").status == 404
    expect(page.locator("body")).not_to_contain_text("Planera dialogen")


def test_an_editor_starts_a_dialogue_from_a_template(sign_in: Callable[..., Page]) -> None:
    page = sign_in("teknik")
    page.goto("/admin/")
    expect(page.locator("body")).to_contain_text("Dialoger")
    page.goto("/admin/dialogues/new/")
    page.locator("[name=title]").fill("Belysning i parken")
    page.locator("main button[type=submit], form button[type=submit]").last.click()
    page.wait_for_url("**/admin/pages/*/edit/**")
    expect(page.locator("body")).to_contain_text("Frågan")


def test_an_editor_sees_what_waits_and_opens_themes(sign_in: Callable[..., Page]) -> None:
    page = sign_in("teknik")
    page.goto("/admin/")
    page.get_by_role("link", name="Teman och svar").first.click()
    expect(page.locator("main")).to_contain_text("Ny lekplats i Skegrie")
    expect(page.locator("main")).not_to_contain_text("Stigar längs kusten")
