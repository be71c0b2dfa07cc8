"""What the pages of places show: what can be influenced there, how to meet us, what was answered, what is promised."""

from collections.abc import Sequence
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import ngettext

from cms import clock
from cms.organisation.models import Place
from cms.pages.translated_words import page_url
from participation.choices import State
from participation.commitments.display import commitment_items
from participation.commitments.queries import CommitmentRow, owed_rows
from participation.dialogues.cards import Card, cards_for, shown_pages, title_of
from participation.dialogues.links import index_url_of
from participation.dialogues.page_parts import other_ways_of
from participation.dialogues.queries import DialogueRow, rows_for, visible_dialogues
from participation.models.dialogue_queryset import DialogueQuerySet
from participation.places.display import list_item, map_of_places, neighbours_of
from participation.places.queries import ANSWERED, concerning, is_whole, place_rows

# Of each kind as many as a page can hold; the list of dialogues has them all.
UNDER_WAY, ANSWERS, PROMISES, ELSEWHERE = 30, 6, 12, 4
FEWEST = 2  # of places that are worth a section of the start page


def places_context(request: HttpRequest) -> dict[str, Any]:
    """All places: on the map, and in a list that says what is open in each."""
    rows = place_rows(request.user)
    return {
        "places": [list_item(row) for row in rows if row.place.is_active],
        "former": [list_item(row) for row in rows if not row.place.is_active],
        "map": map_of_places(request, rows),
    }


def home_context(request: HttpRequest) -> dict[str, Any] | None:
    """The places on the start page: those where something is open, the others folded."""
    rows = [row for row in place_rows(request.user) if row.place.is_active]
    if len(rows) < FEWEST:
        return None
    first = [row for row in rows if row.open] or rows
    more = [row for row in rows if row not in first]
    label = ngettext("%(number)d more place", "%(number)d more places", len(more)) % {"number": len(more)}
    return {
        "places": [list_item(row) for row in first],
        "more": [list_item(row) for row in more],
        "more_label": label,
        "map": map_of_places(request, rows),
    }


def place_context(request: HttpRequest, place: Place) -> dict[str, Any]:
    """One place. What it asks does not grow with the years: of each kind the latest."""
    at = clock.now()
    here = concerning(visible_dialogues(request.user), place).with_state(at)
    under_way = _read(here.filter(state__in=[State.OPEN, State.UPCOMING, State.CLOSED]), UNDER_WAY)
    answered = _read(here.filter(state__in=ANSWERED), ANSWERS)
    promising = _read(here.filter(has_open_commitment=True), PROMISES)
    rows = rows_for({page.pk: page for page in [*under_way, *answered, *promising]}.values(), at)
    shown = [row for row in rows if row.page in under_way or row.page in answered]
    cards = list(zip(shown, cards_for(shown, request), strict=True))
    places = place_rows(request.user)
    return {
        **_in_states(cards),
        "ways": _ways(request, [row for row in rows if row.state in (State.OPEN, State.UPCOMING)]),
        "commitments": commitment_items(request, _promises(rows)),
        "elsewhere_cards": [] if is_whole(place) else _whole_cards(request),
        "has_dialogues": bool(rows),
        "map": map_of_places(request, places, place),
        "neighbours": neighbours_of(place, places),
        **_elsewhere(index_url_of(request), place),
    }


def _elsewhere(index_url: str, place: Place) -> dict[str, str]:
    """The list of all dialogues about a place, and its feed."""
    query = urlencode({"place": place.slug})
    return {"all_url": f"{index_url}?{query}", "feed_url": f"{index_url}atom/?{query}"} if index_url else {}


def _read(dialogues: DialogueQuerySet, most: int) -> list[Any]:
    return list(dialogues.by_urgency().select_related("locale", "body").prefetch_related("phases")[:most])


def _in_states(cards: Sequence[tuple[DialogueRow, Card]]) -> dict[str, list[Card]]:
    return {
        "open_cards": [card for row, card in cards if row.state == State.OPEN],
        "upcoming_cards": [card for row, card in cards if row.state == State.UPCOMING],
        "overdue_cards": [card for row, card in cards if row.overdue],
        "waiting_cards": [card for row, card in cards if row.state == State.CLOSED and not row.overdue],
        "answered_cards": [card for row, card in cards if row.state in ANSWERED],
    }


def _promises(rows: Sequence[DialogueRow]) -> list[CommitmentRow]:
    """What is to be done there, the nearest day first; then what was done last."""
    return owed_rows(rows)[:PROMISES]


def _whole_cards(request: HttpRequest) -> list[Card]:
    """What is open everywhere in the municipality: whoever lives here has a say in it too."""
    at = clock.now()
    whole = Place.objects.filter(kind=Place.Kind.WHOLE, merged_into=None).first() or Place(kind=Place.Kind.WHOLE)
    dialogues = concerning(visible_dialogues(request.user), whole).with_state(at).filter(state=State.OPEN)
    return cards_for(rows_for(_read(dialogues, ELSEWHERE), at), request)


def _ways(request: HttpRequest, rows: Sequence[DialogueRow]) -> list[dict[str, Any]]:
    """Where people can be met or called about what is open or opens soon, each with its dialogue."""
    pages = [row.page for row in rows]
    shown = shown_pages(pages, request)
    prefetch_related_objects([*pages, *(page for page in shown.values() if page not in pages)], "other_ways")
    ways = []
    for page in pages:
        title, lang = title_of(page, shown[page.pk])
        about = {"dialogue": title, "lang": lang, "url": page_url(shown[page.pk], request)}
        ways += [way | about for way in other_ways_of(shown[page.pk], page)]
    return ways
