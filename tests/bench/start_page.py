"""The start page and the list of dialogues with their pictures in Chromium: weight, what is fetched late, what moves while it loads."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench.figures import Figure, report, say
from tests.bench.first_visit import CHROMIUM, FLAGS, KB, SHIFTS, is_editors_image, visit
from tests.bench.server import demo_server

PAGES = {"start_page": "/", "list_of_dialogues": "/dialoger/"}
NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
NOT_LAZY_BELOW = """images => images.filter(image => image.loading !== 'lazy'
  && image.getBoundingClientRect().top + window.scrollY > window.innerHeight).length"""


def measure() -> Iterator[Figure]:
    """Each page on a wide and on a narrow screen, read to its end."""
    with tempfile.TemporaryDirectory() as folder, demo_server(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, path in PAGES.items():
            for screen, viewport in (("wide", WIDE), ("narrow", NARROW)):
                yield from _figures(browser, f"{name}_{screen}", address + path, viewport)
        browser.close()


def _figures(browser: Browser, name: str, address: str, viewport: dict[str, int]) -> Iterator[Figure]:
    page = browser.new_page(viewport=viewport, device_scale_factor=2 if viewport is NARROW else 1)  # type: ignore[arg-type]
    visit(page, address)  # the first makes the sizes of images, which the worker does elsewhere
    page.close()
    page = browser.new_page(viewport=viewport, device_scale_factor=2 if viewport is NARROW else 1)  # type: ignore[arg-type]
    page.add_init_script(f"({SHIFTS})()")
    responses = visit(page, address)
    pictures = [response for response in responses if is_editors_image(response)]
    yield Figure(f"{name}_pictures", len(pictures), "images")
    yield Figure(f"{name}_weight", sum(response.size for response in responses) / KB, "kB", "<=350")
    yield Figure(f"{name}_images_below_the_fold_not_lazy", page.eval_on_selector_all("img", NOT_LAZY_BELOW), "images", "=0")
    yield Figure(f"{name}_layout_shift", page.evaluate("window.shift"), "score", "=0")
    page.close()


if __name__ == "__main__":
    if CHROMIUM is None:
        say("start_page skipped: Chromium is not installed (Debian's package chromium)")
        sys.exit(0)
    report(measure())
