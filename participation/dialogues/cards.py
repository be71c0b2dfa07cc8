"""Dialogues as cards: what every list of dialogues shows of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Day
from typing import Any

from django.http import HttpRequest

from cms.components.picture.landscape import Landscape
from cms.media.shown import ShownPicture
from cms.organisation.models import Administration
from cms.pages.translated_words import page_url, translated_text, translations_of
from participation.choices import State
from participation.contract import Counts
from participation.dialogues.counts import counts_of, in_words
from participation.dialogues.pictures import PlaceView, place_views
from participation.dialogues.queries import DialogueRow, administrations_of
from participation.dialogues.state_words import chip_words
from participation.dialogues.stations import Station
from participation.dialogues.timeline import stations_of
from participation.models import DialoguePage

PLACES_NAMED = 2
EXTENDED_IN = (State.OPEN, State.CLOSED)  # later it no longer matters to anybody


@dataclass(frozen=True)
class Card:
    """The variables of the component `card`."""

    title: str
    url: str
    state: str
    lang: str = ""
    question: str = ""
    words: str = ""
    closes: Day | None = None
    overdue: bool = False
    extended: bool = False
    stations: Sequence[Station] = ()
    administration: Administration | None = None
    meta: list[str] = field(default_factory=list)
    given: Counts = field(default_factory=Counts)
    picture: ShownPicture | None = None
    landscape: Landscape | None = None
    eager: bool = False


def cards_for(rows: Sequence[DialogueRow], request: HttpRequest) -> list[Card]:
    """Cards of dialogues in the reader's language, the queries are the same however many they are."""
    pages = [row.page for row in rows]
    counts = counts_of(pages)
    administrations = administrations_of(pages)
    places = place_views(pages)
    shown = shown_pages(pages, request)
    return [
        _card(row, shown[row.page.pk], counts[row.page.pk], administrations.get(row.page.path), places[row.page.pk], request)
        for row in rows
    ]


def in_first_screen(cards: Sequence[Card]) -> list[Card]:
    """Cards of the list that a page begins with: the picture of the first is fetched at once, the others when they come near."""
    return [replace(card, eager=number == 0) for number, card in enumerate(cards)]


def shown_pages(pages: Iterable[DialoguePage], request: HttpRequest) -> dict[int, DialoguePage]:
    """For each canonical page the one to link to: the translation where a visible one exists."""
    canonical = list(pages)
    translations = translations_of(canonical, DialoguePage.objects.all(), request.user)
    return {page.pk: translations.get(page.translation_key, page) for page in canonical}


def title_of(page: DialoguePage, shown: DialoguePage) -> tuple[str, str]:
    """The title and, where it is not in the reader's language, its language."""
    title = translated_text(shown, page, "title")
    return str(title), title.lang


def _card(
    row: DialogueRow, shown: DialoguePage, counts: Counts, administration: Administration | None, where: PlaceView, request: HttpRequest
) -> Card:
    page = row.page
    title, lang = title_of(page, shown)
    question = shown.question if shown.question and shown.question != title else ""
    is_open = row.state == State.OPEN
    return Card(
        title=title,
        url=page_url(shown, request),
        lang=lang,
        question=question,
        state=row.state.value,
        words=chip_words(row),
        closes=row.deadline.day,
        overdue=row.overdue,
        extended=row.extended and is_open,
        stations=stations_of(row.facts, row.at),
        administration=administration,
        meta=_meta(page, counts, where),
        given=counts,
        picture=where.picture,
        landscape=where.landscape,
    )


def _meta(page: DialoguePage, counts: Counts, where: PlaceView) -> list[str]:
    """Where it is, and how much was said or when it was held."""
    places = ", ".join(str(place) for place in where.places[:PLACES_NAMED])
    return [text for text in (places, page.held_when if page.is_record else in_words(counts)) if text]


def chip_of(row: DialogueRow) -> dict[str, Any]:
    """The state of a dialogue and its marks, for the component `chip`."""
    return {
        "state": row.state.value,
        "words": chip_words(row),
        "overdue": row.overdue,
        "extended": row.extended and row.state in EXTENDED_IN,
    }
