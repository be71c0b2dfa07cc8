"""Results as the templates show them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cms.search.asking.highlighting import Highlighter
from cms.search.asking.results import Hit, Result
from cms.search.audience import Audience
from cms.search.registry import Shown, findables

Presented = dict[str, Any]


def presented_results(
    results: Sequence[Result], highlighter: Highlighter, request: HttpRequest, inside_url: Callable[[str], str]
) -> list[Presented]:
    """A page of results; those without an address are left out. Where no words were asked for, a heading stands for all below it."""
    hits = [hit for result in results for hit in (result.heading, *result.below)]
    shown = shown_of(hits, request)
    presented = []
    for result in results:
        own = shown.get(result.heading.document.pk)
        if own is None:
            continue
        told = result.below if highlighter.words or not result.heading_matches else []
        below = [_below(hit, highlighter, shown) for hit in told]
        presented.append(_result(result, own, highlighter) | {"below": [row for row in below if row], "inside_url": ""})
        if told:
            presented[-1]["below_label"] = _matches(result.below_count)
            presented[-1]["inside_url"] = inside_url(result.heading.document.group)
    return presented


def presented_comments(results: Sequence[Result], highlighter: Highlighter, request: HttpRequest) -> list[Presented]:
    """What matches inside one heading: each as what somebody said (the component `comment`), and the heading itself as a result."""
    hits = [hit for result in results for hit in result.below]
    shown = shown_of(hits, request)
    comments = [{"comment": _comment(hit, shown[hit.document.pk], highlighter)} for hit in hits if hit.document.pk in shown]
    own = [result for result in results if not result.below]
    return [*presented_results(own, highlighter, request, lambda _group: ""), *comments]


def suggested(hits: Sequence[Hit], request: HttpRequest) -> list[Presented]:
    """Suggestions as links, each with what it is."""
    shown = shown_of(hits, request)
    return [
        {"title": hit.document.title, "url": shown[hit.document.pk].url, "type": _label(hit), "lang": _lang(hit)}
        for hit in hits
        if hit.document.pk in shown
    ]


def hit_url(hit: Hit, request: HttpRequest) -> str:
    """Where a hit stands; empty where it has no address."""
    shown = shown_of([hit], request).get(hit.document.pk)
    return shown.url if shown else ""


def shown_of(hits: Iterable[Hit], request: HttpRequest) -> dict[int, Shown]:
    """How documents are shown, by number; asked once for each kind."""
    by_kind: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_kind[hit.document.kind].append(hit)
    shown_by_number = {}
    for kind, some in by_kind.items():
        findable = findables.get(kind)
        shown = findable.show([hit.thing for hit in some], request) if findable else {}
        shown_by_number.update({hit.document.pk: shown[hit.thing.pk] for hit in some if hit.thing.pk in shown and shown[hit.thing.pk].url})
    return shown_by_number


def _result(result: Result, shown: Shown, highlighter: Highlighter) -> Presented:
    document = result.heading.document
    show_text = result.heading_matches or not result.below
    return {
        "title": highlighter.title(document),
        "url": shown.url,
        "type": _label(result.heading),
        "lang": _lang(result.heading),
        "is_for_staff": document.audience == Audience.STAFF,
        "chip": shown.chip,
        "meta": [text for text in shown.meta if text],
        "date": document.date,
        "fragments": highlighter.fragments(document) if show_text else [],
    }


def _below(hit: Hit, highlighter: Highlighter, shown: dict[int, Shown]) -> Presented | None:
    own = shown.get(hit.document.pk)
    if own is None:
        return None
    fragments = highlighter.fragments(hit.document, most=1)
    meta = [text for text in own.meta if text]
    return {"fragment": fragments[0] if fragments else "", "url": own.url, "lang": _lang(hit), "date": hit.document.date, "meta": meta}


def _comment(hit: Hit, shown: Shown, highlighter: Highlighter) -> Presented:
    name = " · ".join(text for text in shown.meta if text)
    return {
        "id": f"hit-{hit.document.pk}",
        "name": name,
        "when": hit.document.date,
        "text": mark_safe("\n\n".join(highlighter.fragments(hit.document))),  # noqa: S308 - every fragment is escaped
        "lang": _lang(hit),
        "links": [{"label": _("Read it in its place"), "url": shown.url, "aloud": _("the comment by %(name)s") % {"name": name}}],
    }


def _label(hit: Hit) -> str:
    findable = findables.get(hit.document.kind)
    return str(findable.label) if findable else ""


def _lang(hit: Hit) -> str:
    """The language of the words, where it is another than the reader's."""
    return "" if hit.document.language == get_language() else hit.document.language


def _matches(number: int) -> str:
    return ngettext("%(number)d comment here matches", "%(number)d comments here match", number) % {"number": number}
