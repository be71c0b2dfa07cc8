"""What a first visit waits for and how still it stands: one style sheet before the first paint, nothing moves when the typeface comes."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route

UNSEEN = 0.0005  # a label half a pixel wider; Chromium tells layout shift with three digits
pytestmark = pytest.mark.browser

DIALOGUE = "/dialoger/tekniska-service/trygga-skolvagar/"
WATCH = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    window.shifts.push([entry.value, ...entry.sources.map(source => source.node?.nodeName + '.' + source.node?.className)]);
}).observe({type: 'layout-shift', buffered: true});
"""
BLOCKING = "performance.getEntriesByType('resource').filter(each => each.renderBlockingStatus === 'blocking').map(each => each.name)"
ACCENTS = ["#0b5d66", "#8a1538", "#0000aa", "#b30000"]


def arrive_late(route: Route) -> None:
    """The typeface comes after the page has been painted with what stands in for it."""
    time.sleep(0.8)
    route.continue_()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/", "/dialoger/", DIALOGUE, "/en/"])
def test_nothing_moves_when_the_typeface_comes(visit: Callable[..., Page], path: str, width: int) -> None:
    def shifts() -> list[list[Any]]:
        page = visit("/_/health/", width=width)
        page.route("**/*.woff2", arrive_late)
        page.add_init_script(WATCH)
        page.goto(path, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(300)
        assert page.evaluate("document.fonts.check('700 20px \"Gensvar Serif\"')")
        return list(page.evaluate("window.shifts"))

    moved = shifts()
    if not _stands_still(moved):  # a busy machine may paint half a page first; what moves by itself moves again
        moved = shifts()
    assert _stands_still(moved), moved


def _stands_still(moved: list[list[Any]]) -> bool:
    return sum(score for score, *_elements in moved) < UNSEEN


def test_a_dialogue_waits_for_one_style_sheet(visit: Callable[..., Page]) -> None:
    page = visit(DIALOGUE)
    (blocking,) = page.evaluate(BLOCKING)
    assert "/site.css" in blocking or "/_/site.css" in blocking
    assert page.locator("style, [style]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_browser_makes_of_a_colour_what_is_reckoned_with(visit: Callable[..., Page], scheme: str) -> None:
    """The setting accepts a colour by `cms.theme.accent`; Chromium's own sums are asked here."""
    from cms.theme.accent import shown

    page = visit(DIALOGUE, color_scheme=scheme)
    for accent in ACCENTS:
        page.evaluate("accent => document.documentElement.style.setProperty('--accent', accent)", accent)
        drawn = page.evaluate("""() => {
            const probe = document.body.appendChild(document.createElement('i'));
            const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            const read = name => {
                probe.style.color = `var(${name})`;
                canvas.fillStyle = getComputedStyle(probe).color;
                canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
            };
            return Object.fromEntries(['--accent-text', '--accent-deep', '--accent-tint'].map(name => [name, read(name)]));
        }""")
        places = {place.where: place for place in shown(accent)}
        reckoned = {
            "--accent-text": places[f"{scheme}: text on paper"].colour,
            "--accent-deep": places[f"{scheme}: text under the pointer on paper"].colour,
            "--accent-tint": places[f"{scheme}: text on tint"].ground,
        }
        for name, colour in reckoned.items():
            assert all(abs(one - int(colour[at : at + 2], 16)) <= 2 for one, at in zip(drawn[name], (1, 3, 5), strict=True)), (accent, name)
