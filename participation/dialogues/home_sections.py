"""Contexts of the sections on the start page."""

from typing import Any

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest

from cms import clock
from cms.pages.translated_words import TranslatedText, page_url, translated_text, translations_of
from cms.visibility import visible_to
from participation.choices import State
from participation.dialogues.cards import cards_for, in_first_screen, shown_pages, title_of
from participation.dialogues.facts import answered_on
from participation.dialogues.links import index_url_of
from participation.dialogues.queries import rows_for, visible_dialogues
from participation.dialogues.state import ANSWERING_STEPS
from participation.models import DialoguePage, OutcomePage

OPEN_SHOWN = 6
WAITING_SHOWN = 4
OUTCOMES_SHOWN = 3


def open_context(request: HttpRequest) -> dict[str, Any]:
    """What people can take part in now; what opens next where nothing is open."""
    cards = in_first_screen(_cards(request, [State.OPEN], OPEN_SHOWN))
    upcoming = [] if cards else _cards(request, [State.UPCOMING], WAITING_SHOWN)
    return {"cards": cards, "upcoming": upcoming, "index_url": index_url_of(request)}


def waiting_context(request: HttpRequest) -> dict[str, Any] | None:
    """Dialogues that have closed and are owed an answer, the most overdue first."""
    cards = _cards(request, [State.CLOSED], WAITING_SHOWN)
    return {"cards": cards} if cards else None


def outcomes_context(request: HttpRequest) -> dict[str, Any] | None:
    """The latest outcomes, each in the sentence that its editor wrote, or as it is introduced."""
    answers = visible_to(
        OutcomePage.objects.filter(step__in=ANSWERING_STEPS, alias_of=None, locale__language_code=settings.LANGUAGE_CODE), request.user
    )
    latest = list(answers.order_by(F("answered_on").desc(nulls_last=True), "-first_published_at").select_related("locale")[:OUTCOMES_SHOWN])
    if not latest:
        return None
    parents = {page.path[: -page.steplen]: page for page in latest}
    dialogues = {page.path: page for page in visible_dialogues(request.user).filter(path__in=parents).select_related("locale")}
    shown = shown_pages(dialogues.values(), request)
    translations = translations_of(latest, OutcomePage.objects.all(), request.user)
    return {
        "outcomes": [
            _outcome(page, translations.get(page.translation_key, page), dialogues[path], shown, request)
            for path, page in parents.items()
            if path in dialogues
        ]
    }


def _outcome(
    page: OutcomePage, translation: OutcomePage, dialogue: DialoguePage, shown: dict[int, DialoguePage], request: HttpRequest
) -> dict[str, Any]:
    title, lang = title_of(dialogue, shown[dialogue.pk])
    told = _told(translation, page)
    return {
        "title": title,
        "lang": lang,
        "url": page_url(translation, request),
        "date": answered_on(page),
        "became": told.text,
        "became_lang": told.lang,
    }


def _told(translation: OutcomePage, page: OutcomePage) -> TranslatedText:
    """The sentence about an outcome, the introduction where nobody wrote one; rather what is in the reader's language."""
    told = [text for field in ("in_one_sentence", "introduction") if (text := translated_text(translation, page, field))]
    return min(told, key=lambda text: bool(text.lang), default=TranslatedText())


def _cards(request: HttpRequest, states: list[State], number: int) -> list[Any]:
    at = clock.now()
    dialogues = visible_dialogues(request.user).with_state(at).filter(state__in=states).by_urgency()
    return cards_for(rows_for(dialogues.select_related("locale").prefetch_related("phases")[:number], at), request)
