"""Journeys run against a real server process with the demo loaded, in headless Chromium.

The server has a database of its own: a file of SQLite, or on PostgreSQL a database beside the suite's.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from cms.demo.codes import current_code
from cms.demo.people import DEMO_PASSWORD
from tests.journeys.preparing import JOURNEYS, PREPARED, ROOT, environment_at, fill, manage
from tests.populated import made_once, shared_folder

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Preloading is for rules on sound and film; there is none.
# An id that stands twice is not allowed, though axe only wants somebody to look at it.
DUPLICATE_IDS = ("duplicate-id", "duplicate-id-active", "duplicate-id-aria")
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": WCAG},
    "rules": {rule: {"enabled": True} for rule in DUPLICATE_IDS},
    "resultTypes": ["violations", "incomplete"],
    "preload": False,
}
PATIENT = 30_000  # milliseconds, for what a busy machine may take
WORKER = f"gensvar_journeys_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a site with the demo's content, filled once for all workers of a run; its database lies beside. Copy it, don't change it."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    return made_once(shared_folder(tmp_path_factory) / JOURNEYS, fill)


@pytest.fixture(scope="session")
def demo_folder(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the running site keeps its files."""
    return Path(shutil.copytree(prepared, tmp_path_factory.mktemp("journeys") / "site"))


@pytest.fixture(scope="session")
def demo_environment(demo_folder: Path) -> dict[str, str]:
    """The environment of the running site's processes."""
    address = f"http://localhost:{_free_port()}"  # a name: passkeys belong to no number
    return environment_at(demo_folder, WORKER, address, template=PREPARED)


@pytest.fixture(scope="session")
def demo_site(demo_folder: Path, demo_environment: dict[str, str]) -> Iterator[str]:
    """The address of a running site with the demo's content."""
    manage(demo_environment, "setup_site")  # its address is its own
    address = demo_environment["BASE_URL"]
    with (demo_folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "cms.wsgi", "--preload", "--bind", address.removeprefix("http://"), "--workers", "2"],
            env=demo_environment,
            stdout=log,
            stderr=log,
            cwd=ROOT,
        )
        try:
            _wait_for(f"{address}/_/health/")
            yield address
        finally:
            server.terminate()
            server.wait(20)


@pytest.fixture
def read_mail(demo_site: str, demo_folder: Path, demo_environment: dict[str, str]) -> Callable[[str], list[EmailMessage]]:
    """`read_mail(address)`: let the worker send what waits, and read what has come to an address, oldest first."""

    def read(address: str) -> list[EmailMessage]:
        manage(demo_environment, "run_worker", "--until-empty")
        parser = BytesParser(policy=policy.default)
        mails = [mail for file in sorted((demo_folder / "mail").iterdir()) for mail in _mails_in(file, parser)]
        return [mail for mail in mails if address in mail["To"]]

    return read


def _mails_in(file: Path, parser: BytesParser) -> list[EmailMessage]:
    """Django's file backend puts a line of dashes after each mail."""
    parts = (part.strip() for part in re.split(rb"^-{79}$", file.read_bytes(), flags=re.MULTILINE))
    return [parser.parsebytes(part) for part in parts if part]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all journeys."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    expect.set_options(timeout=PATIENT)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, demo_site: str) -> Iterator[Callable[..., Page]]:
    """`visit(path, width=1280, javascript=True)`: a fresh visitor's page; console errors fail the test."""
    contexts, complaints = [], []

    def open_page(path: str = "/", *, width: int = 1280, javascript: bool = True, **options: Any) -> Page:
        context = browser.new_context(
            base_url=demo_site, viewport={"width": width, "height": 900}, java_script_enabled=javascript, locale="sv-SE", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENT)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                complaints.append(f"third party: {request.url}") if not request.url.startswith((demo_site, "data:", "blob:")) else None
            ),
        )
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    # A form that is refused is an answer; the browser and htmx complain of it.
    answers = ("status of 4", "Status Error Code 4", "HTTP error! Status: 40")
    expected = [text for text in complaints if not any(answer in text for answer in answers)]
    assert not complaints or not expected, expected


@pytest.fixture(scope="session")
def signed_in_sessions() -> dict[str, Any]:
    """The cookies of the demo's accounts that have signed in: a code works once, so nobody signs in twice."""
    return {}


@pytest.fixture
def sign_in(visit: Callable[..., Page], signed_in_sessions: dict[str, Any]) -> Callable[..., Page]:
    """`sign_in("teknik")`: a page that is signed in with one of the demo's accounts, with a code where it needs one.

    `afresh` where the site asks once more, some minutes later, who it is.
    """

    def sign_in_as(key: str, *, afresh: bool = False, **options: Any) -> Page:
        if key in signed_in_sessions and not afresh:
            return visit("/", storage_state=signed_in_sessions[key], **options)
        page = visit("/konto/login/", **options)
        page.locator("input[name=login]").fill(f"{key}@example.org")
        page.locator("input[name=password]").fill(DEMO_PASSWORD)
        page.locator("main button[type=submit]").click()
        page.wait_for_url(lambda url: "login" not in url)
        for attempt in range(2):  # the half minute may end between reading a code and sending it, and a code works once
            if "/2fa/authenticate/" in page.url:
                time.sleep(attempt and current_code()[1] + 1)
                page.locator("input[name=code]").fill(current_code()[0])
                page.locator("main form.form button[type=submit]").click()
                page.wait_for_load_state()
        assert "/konto/" not in page.url
        signed_in_sessions[key] = page.context.storage_state()
        return page

    return sign_in_as


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Assert that axe finds nothing on the page as it stands."""
    checker = Axe()

    def check(page: Page) -> None:
        found = checker.run(page, options=AXE_OPTIONS)
        twice = [rule for rule in found.response["incomplete"] if rule["id"] in DUPLICATE_IDS]
        assert found.violations_count == 0 and not twice, f"{page.url}\n{found.generate_report()}\n{twice}"

    return check


def has_no_sideways_scroll(page: Page) -> bool:
    """Whether the page fits its window's width."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, seconds: int = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2) as response:  # noqa: S310
                if response.status == 200:
                    return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"{url} did not answer within {seconds} seconds")
