"""The README's pictures, made anew from a running demo: `python -m tests.journeys.pictures http://127.0.0.1:8000`."""

import shutil
import sys
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WIDTH, HEIGHT = 1280, 960
# file: the address, and the width of the window
PICTURES = {
    "start.png": ("/", WIDTH),
    "dialogue.png": ("/dialoger/tekniska-service/trygga-skolvagar/", WIDTH),
}


def is_running(base: str) -> bool:
    """Whether a site answers at an address."""
    try:
        with urllib.request.urlopen(f"{base}/_/health/", timeout=10) as answer:  # noqa: S310 - the address is typed by who runs it
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def take(browser: Browser, base: str) -> None:
    """Each picture as a visitor sees the page: in Swedish, in the light, without what moves."""
    for name, (address, width) in PICTURES.items():
        page = browser.new_page(viewport={"width": width, "height": HEIGHT}, locale="sv-SE", color_scheme="light", reduced_motion="reduce")
        answer = page.goto(base + address, wait_until="load")
        if answer is None or answer.status != 200:
            raise SystemExit(f"{base}{address} is not there: is it the demo that runs?")
        page.screenshot(path=FOLDER / name, animations="disabled")
        page.close()
        sys.stdout.write(f"docs/pictures/{name}  {base}{address}\n")


def main(base: str) -> int:
    """Take them all; says what is missing where it cannot."""
    if CHROMIUM is None:
        sys.stderr.write("Chromium is not installed. On Debian: apt-get install chromium\n")
        return 1
    if not is_running(base):
        sys.stderr.write(f"Nothing answers at {base}. Start the demo first, in another terminal: make demo\n")
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        take(browser, base)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/")))
