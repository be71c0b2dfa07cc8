"""The page of a dialogue, which opens with its answer once there is one."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import get_language

from cms.pages.translated_words import translated_text
from cms.pages.views import page_view
from participation.choices import AnswerKind
from participation.commitments.display import commitment_lines
from participation.dialogues.answers import outcome_summary
from participation.dialogues.links import link_to
from participation.dialogues.page_view import dialogue_context
from participation.dialogues.queries import DialogueRow
from participation.feedback.queries import most_supported_in
from participation.models import DialoguePage, FollowUpPage, OutcomeItem, OutcomePage

HEARD = (AnswerKind.CHANGED, AnswerKind.PARTLY, AnswerKind.ALREADY)
QUOTE_WORDS = 30


@page_view("participation.DialoguePage")
def dialogue_page_context(request: HttpRequest, page: DialoguePage) -> dict[str, Any]:
    """The variables of `participation/dialogues/page.html`."""
    context = dialogue_context(request, page)
    row: DialogueRow = context["row"]
    outcome = context["shown_below"].get(OutcomePage)
    if outcome is None or not row.facts.is_answered:
        return context
    words = context["words"]
    answer = answer_of(request, row, outcome) | _done(request, row, context["shown_below"].get(FollowUpPage))
    return context | {"heading": words["title"] or words["question"], "answer": answer}


def answer_of(request: HttpRequest, row: DialogueRow, outcome: OutcomePage) -> dict[str, Any]:
    """What was answered, for the component `outcome_panel`; `outcome` is the page in the reader's language."""
    canonical: Any = row.loaded.outcome
    items = list(OutcomeItem.objects.filter(page=canonical).select_related("decision__body"))
    decisions = {item.decision_id: item.decision for item in items if item.decision}
    return {
        "summary": outcome_summary(canonical, items),
        "sentence": translated_text(outcome, canonical, "in_one_sentence") or translated_text(outcome, canonical, "introduction"),
        "outcome": link_to(outcome, request),
        "decisions": [{"label": decision.citation, "url": decision.link} for decision in decisions.values()],
        "quote": quote_of(items),
    }


def _done(request: HttpRequest, row: DialogueRow, follow_up: FollowUpPage | None) -> dict[str, Any]:
    """What was promised, and how it goes."""
    if follow_up is None:
        return {"commitments": [], "follow_up": None}
    link = link_to(follow_up, request)
    return {"commitments": commitment_lines(row, follow_up, link["url"]), "follow_up": link}


def quote_of(items: Sequence[Any]) -> dict[str, str] | None:
    """What began it: of what was heard, the contribution that most people agreed with."""
    heard = [item.theme_id for item in items if item.answer == AnswerKind.CHANGED] or [
        item.theme_id for item in items if item.answer in HEARD
    ]
    began = most_supported_in(heard) if heard else None
    if began is None:
        return None
    lang = "" if began.language == get_language() else began.language
    return {"text": Truncator(began.text).words(QUOTE_WORDS), "by": began.shown_name, "lang": lang}
