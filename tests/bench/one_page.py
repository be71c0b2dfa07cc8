"""A dialogue with 20 comments: against a plain page when drawn, against a view that does nothing when cached."""

from collections.abc import Iterator
from typing import Any

from tests.bench.content import dialogue_with
from tests.bench.figures import Figure, report
from tests.bench.testbed import database, handler, medians

ROUNDS = 80
CACHED_ROUNDS = 3000


def measure() -> Iterator[Figure]:
    """Times of the drawn and of the cached page."""
    with database(ROOT_URLCONF="tests.bench.trivial_urls", PAGE_CACHE_SECONDS=0):
        from django.test.utils import override_settings

        dialogue, plain = dialogue_with(threads=20, replies=0).get_url(), _plain_page().get_url()
        get = handler()
        drawn, reference = medians([lambda: get(dialogue), lambda: get(plain)], ROUNDS)
        yield Figure("standard_page_uncached", reference * 1000, "ms")
        yield Figure("dialogue_20_comments_uncached", drawn * 1000, "ms")
        yield Figure("dialogue_vs_standard_page_uncached", drawn / reference, "ratio", "<=3")
        with override_settings(PAGE_CACHE_SECONDS=600):
            cached, nothing = medians([lambda: get(dialogue), lambda: get("/_/trivial/")], CACHED_ROUNDS)
        yield Figure("dialogue_cached", 1 / cached, "requests/s")
        yield Figure("trivial_view", 1 / nothing, "requests/s")
        yield Figure("dialogue_cached_vs_trivial_view", nothing / cached, "ratio", ">=0.8")


def _plain_page() -> Any:
    """A StandardPage with some text, on the same base template."""
    from wagtail.models import Page, Site

    from home.models import StandardPage

    front = Site.objects.get(is_default_site=True).root_page
    page = StandardPage(title="Om webbplatsen", slug="jamforelse", locale=front.locale)
    return Page.objects.get(pk=front.pk).add_child(instance=page)


if __name__ == "__main__":
    report(measure())
