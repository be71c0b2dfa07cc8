"""The first visit to a dialogue in Chromium: what goes over the wire, its images, and whom the page calls."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.bench.figures import Figure, report, say
from tests.bench.server import demo_server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
]
DIALOGUE = "/dialoger/tekniska-service/trygga-skolvagar/"
KB = 1000
SHIFTS = """() => {
  window.shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
    .observe({type: 'layout-shift', buffered: true});
}"""
BLOCKING = "performance.getEntriesByType('resource').filter(each => each.renderBlockingStatus === 'blocking').length"
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass
class Response:
    """One response as it came over the wire, headers included."""

    url: str
    kind: str
    size: float = 0


def measure() -> Iterator[Figure]:
    """Weight, images and hosts of the first visit."""
    with tempfile.TemporaryDirectory() as folder, demo_server(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(f"({SHIFTS})()")
        responses = visit(page, address + DIALOGUE)
        lazy = page.eval_on_selector_all("img", "images => images.filter(image => image.loading === 'lazy').length")
        images = page.eval_on_selector_all("img", "images => images.length")
        shift, blocking, painted = (page.evaluate(words) for words in ("window.shift", BLOCKING, PAINTED))
        browser.close()
    own = [response for response in responses if not is_editors_image(response)]
    editors = [response.size for response in responses if is_editors_image(response)]
    for kind in sorted({response.kind for response in own}):
        yield Figure(f"first_visit_{kind.lower()}", sum(r.size for r in own if r.kind == kind) / KB, "kB")
    yield Figure("first_visit_without_editors_images", sum(response.size for response in own) / KB, "kB", "<100")
    yield Figure("blocking_the_first_paint", blocking, "files", "=1")
    yield Figure("first_contentful_paint", painted, "ms")
    yield Figure("layout_shift", shift, "score", "=0")
    yield Figure("images_seen", len(editors), "images", ">=1")
    yield Figure("largest_image", max(editors, default=0) / KB, "kB", "<=60")
    yield Figure("images_not_lazy", images - lazy, "images", "=0")
    yield Figure("third_party_requests", sum(urlsplit(r.url).netloc != urlsplit(address).netloc for r in responses), "requests", "=0")


def visit(page: Page, address: str) -> list[Response]:
    """Everything that is fetched until the page is read to its end."""
    session: CDPSession = page.context.new_cdp_session(page)
    responses: dict[str, Response] = {}
    session.send("Network.enable")
    session.on("Network.responseReceived", lambda event: responses.update({event["requestId"]: _response(event)}))
    session.on("Network.loadingFinished", lambda event: _finish(responses, event))
    page.goto(address, wait_until="networkidle")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    return [response for response in responses.values() if not response.url.startswith("data:")]


def _response(event: dict) -> Response:
    return Response(event["response"]["url"], event["type"])


def _finish(responses: dict[str, Response], event: dict) -> None:
    if event["requestId"] in responses:
        responses[event["requestId"]].size = event["encodedDataLength"]


def is_editors_image(response: Response) -> bool:
    return response.kind == "Image" and "/static/" not in urlsplit(response.url).path


if __name__ == "__main__":
    if CHROMIUM is None:
        say("first_visit skipped: Chromium is not installed (Debian's package chromium)")
        sys.exit(0)
    report(measure())
