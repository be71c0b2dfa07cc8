"""Contexts of the sections on the start page."""

from typing import Any

from django.conf import settings
from django.db.models import Count, F, Q
from django.http import HttpRequest
from django.utils.translation import ngettext

from cms import clock
from cms.pages.translated_words import TranslatedRows, page_url, translations_of
from cms.visibility import visible_to
from participation.choices import ContributionState, State
from participation.dialogues.cards import cards_for, shown_pages, title_of
from participation.dialogues.facts import answered_on
from participation.dialogues.queries import rows_for, visible_dialogues
from participation.dialogues.state import ANSWERING_STEPS
from participation.models import DialogueIndexPage, DialoguePage, OutcomeItem, OutcomePage

OPEN_SHOWN = 6
WAITING_SHOWN = 4
OUTCOMES_SHOWN = 3


def open_context(request: HttpRequest) -> dict[str, Any]:
    """What people can take part in now; what opens next where nothing is open."""
    cards = _cards(request, [State.OPEN], OPEN_SHOWN)
    upcoming = [] if cards else _cards(request, [State.UPCOMING], WAITING_SHOWN)
    return {"cards": cards, "upcoming": upcoming, "index_url": _index_url(request)}


def waiting_context(request: HttpRequest) -> dict[str, Any] | None:
    """Dialogues that have closed and are owed an answer, the most overdue first."""
    cards = _cards(request, [State.CLOSED], WAITING_SHOWN)
    return {"cards": cards} if cards else None


def outcomes_context(request: HttpRequest) -> dict[str, Any] | None:
    """The latest outcomes, each in two sentences."""
    answers = visible_to(
        OutcomePage.objects.filter(step__in=ANSWERING_STEPS, alias_of=None, locale__language_code=settings.LANGUAGE_CODE), request.user
    )
    latest = list(answers.order_by(F("answered_on").desc(nulls_last=True), "-first_published_at").select_related("locale")[:OUTCOMES_SHOWN])
    if not latest:
        return None
    parents = {page.path[: -page.steplen]: page for page in latest}
    dialogues = {page.path: page for page in visible_dialogues(request.user).filter(path__in=parents).select_related("locale")}
    shown = shown_pages(dialogues.values(), request)
    translations = translations_of(latest, OutcomePage.objects.prefetch_related("items"), request.user)
    loudest = _loudest_items(latest)
    return {
        "outcomes": [
            _outcome(page, translations.get(page.translation_key, page), dialogues[path], shown, loudest.get(page.pk), request)
            for path, page in parents.items()
            if path in dialogues
        ]
    }


def _outcome(
    page: OutcomePage, translation: OutcomePage, dialogue: DialoguePage, shown: dict[int, DialoguePage], item: Any, request: HttpRequest
) -> dict[str, Any]:
    title, lang = title_of(dialogue, shown[dialogue.pk])
    card = {"title": title, "lang": lang, "url": page_url(translation, request), "date": answered_on(page)}
    if item is None:
        return card
    words = TranslatedRows(translation, page, "items").of(item, "heading")
    said = ngettext("%(count)d said: %(theme)s", "%(count)d said: %(theme)s", item.voices) % {"count": item.voices, "theme": words}
    return card | {"said": said, "became": item.get_answer_display()}


def _loudest_items(outcomes: list[OutcomePage]) -> dict[int, OutcomeItem]:
    """The answered theme of each outcome that most contributions lie in."""
    voices = Count("theme__contributions", filter=Q(theme__contributions__state=ContributionState.PUBLISHED))
    items = OutcomeItem.objects.filter(page__in=[page.pk for page in outcomes]).exclude(answer="").annotate(voices=voices)
    loudest: dict[int, OutcomeItem] = {}
    for item in items.order_by("-voices", "sort_order"):
        loudest.setdefault(item.page_id, item)
    return loudest


def _cards(request: HttpRequest, states: list[State], number: int) -> list[Any]:
    at = clock.now()
    dialogues = visible_dialogues(request.user).with_state(at).filter(state__in=states).by_urgency()
    return cards_for(rows_for(dialogues.select_related("locale").prefetch_related("phases")[:number], at), request)


def _index_url(request: HttpRequest) -> str:
    """The list of dialogues, in the reader's language where there is one."""
    index = visible_to(DialogueIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None), request.user)
    page = index.select_related("locale").first()
    if page is None:
        return ""
    return page_url(translations_of([page], DialogueIndexPage.objects.all(), request.user).get(page.translation_key, page), request)
