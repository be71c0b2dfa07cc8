"""The activities of a dialogue as its page lists them."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from cms.visibility import visible_to
from participation.activities.rules import Standing, standing_of
from participation.choices import State
from participation.registry import activity_types

ORDER = [State.OPEN, State.UPCOMING, State.CLOSED, State.CANCELLED, None]


def activity_items(request: HttpRequest, page: Any, canonical: Any, at: Any) -> list[dict[str, Any]]:
    """Links to the activities below a canonical dialogue, those that are open first, in the reader's language where they exist in it."""
    types = activity_types()
    if not types or canonical.pk is None:
        return []
    rows = visible_to(Page.objects.child_of(canonical).type(*types), request.user).select_related("locale").order_by("path").specific()
    standings = {row: standing_of(row, at, canonical) for row in rows}
    ordered = sorted(standings, key=lambda row: ORDER.index(standings[row].state))
    translated = _translations(request, page) if ordered and page.pk != canonical.pk else {}
    return [_item(request, translated.get(row.translation_key, row), standings[row]) for row in ordered]


def _translations(request: HttpRequest, page: Any) -> dict[Any, Page]:
    below = visible_to(Page.objects.child_of(page), request.user).select_related("locale")
    return {row.translation_key: row for row in below}


def _item(request: HttpRequest, shown: Page, standing: Standing) -> dict[str, Any]:
    lang = shown.locale.language_code
    return {
        "title": shown.title,
        "url": shown.get_url(request) or "",
        "lang": "" if lang == get_language() else lang,
        "chip": standing.chip,
        "is_open": standing.is_open,
    }
