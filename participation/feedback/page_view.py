"""What the pages of an outcome and of a follow-up show. Words come from the page, facts from the canonical one."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms import clock
from cms.pages.breadcrumbs import breadcrumbs_of
from cms.pages.translated_words import TranslatedRows, translated_text
from cms.pages.views import page_view
from cms.templatetags.dates import written
from participation.choices import ContributionState, NoAnswerReason, OutcomeStep
from participation.commitments.display import commitment_views
from participation.contract import Counts
from participation.dialogues.answers import answer_sentence, outcome_summary
from participation.dialogues.cards import chip_of
from participation.dialogues.counts import counts_of, in_words, people_behind
from participation.dialogues.links import dialogue_head
from participation.dialogues.queries import DialogueRow, rows_for
from participation.dialogues.state import Verdict, promise_verdict
from participation.dialogues.timeline import stations_of
from participation.feedback.anchors import answer_anchor
from participation.feedback.queries import theme_counts
from participation.models import Contribution, Decision, DialoguePage, NoAnswerNeeded, OutcomeItem, OutcomePage, ThemeContribution
from participation.registry import get_method

QUOTES = 3


@page_view("participation.OutcomePage")
def outcome_context(request: HttpRequest, page: OutcomePage) -> dict[str, Any]:
    """The variables of `participation/feedback/page.html`."""
    canonical = page.canonical
    row = rows_for([canonical.dialogue], clock.now())[0]
    items = list(canonical.items.all())
    decisions = _decisions(row.page, items)
    for item in items:  # each decision is read once, however many answers cite it
        item.decision = next((decision for decision in decisions if decision.pk == item.decision_id), None)
    return {
        "breadcrumbs": breadcrumbs_of(page, request),
        "words": {field: translated_text(page, canonical, field) for field in ("title", "introduction", "closing")},
        "row": row,
        "stations": stations_of(row.facts, row.at),
        "chip": chip_of(row),
        "promise_sentence": _promise_sentence(row),
        "decision_lang": "" if get_language() == settings.LANGUAGE_CODE else settings.LANGUAGE_CODE,
        "steps": steps_of(canonical),
        "summary": outcome_summary(canonical, items),
        "answers": answers_of(request, page, items, row),
        "decisions": decisions,
        "given": in_words(counts_of([row.page])[row.page.pk]),
        "unanswered": no_answer_reasons(row.page),
        "commitments": commitment_views(request, row) if row.facts.has_follow_up else [],
        **dialogue_head(request, row, page.title),
    }


def _decisions(dialogue: DialoguePage, items: list[OutcomeItem]) -> list[Decision]:
    """The decisions that the answers cite; without a theme to answer, all that were recorded."""
    cited = {item.decision_id for item in items if item.decision_id}
    rows = Decision.objects.filter(pk__in=cited) if items else Decision.objects.filter(dialogue=dialogue)
    return list(rows.select_related("body"))


def _promise_sentence(row: DialogueRow) -> str:
    """Whether the answer came by the promised day."""
    verdict = promise_verdict(row.facts, row.at)
    day = {"day": written(row.facts.feedback_due_on)}
    sentences = {
        Verdict.KEPT: _("The answer was promised by %(day)s, and came in time."),
        Verdict.LATE: _("The answer was promised by %(day)s, and came late."),
        Verdict.OVERDUE: _("The answer was promised by %(day)s. It is late."),
        Verdict.WAITING: _("The answer is promised by %(day)s."),
    }
    return sentences[verdict] % day if verdict else ""


def steps_of(outcome: Any) -> list[dict[str, Any]]:
    """The three steps of an outcome, and how far it has come."""
    order = list(OutcomeStep)
    reached = order.index(OutcomeStep(outcome.step))
    return [{"label": step.label, "reached": number <= reached, "current": number == reached} for number, step in enumerate(order)]


def answers_of(request: HttpRequest, page: OutcomePage, items: list[OutcomeItem], row: DialogueRow) -> list[dict[str, Any]]:
    """The variables of the component `answer`, one for each theme."""
    texts = TranslatedRows(page, page.canonical, "items")
    themes = [item.theme_id for item in items]
    counts, quotes = theme_counts(themes), quotes_of(themes)
    commitments = _commitments_by_theme(request, row)
    official = str(row.page.body or row.page.administration or "")
    return [
        {
            "theme": texts.of(item, "heading").html,
            "anchor": answer_anchor(item.theme_id),
            "given": in_words(counts.get(item.theme_id, Counts())),
            "said": texts.of(item, "said").html,
            "kind": item.answer,
            "sentence": answer_sentence(item, page.canonical),
            "reason": texts.of(item, "reason").html,
            "official": official,
            "decision": _citation(item),
            "no_decision": _no_decision(item, page.canonical),
            "quotes": [_quote(contribution) for contribution in quotes[item.theme_id]],
            "commitments": commitments[item.theme_id],
        }
        for item in items
    ]


def _citation(item: Any) -> dict[str, Any] | None:
    return {"label": item.decision.citation, "url": item.decision.link} if item.decision else None


def _no_decision(item: Any, outcome: Any) -> str:
    """Says that no decision was needed; nothing while one may still come."""
    return "" if item.decision or outcome.decision_needed else _("No political decision was needed.")


def _commitments_by_theme(request: HttpRequest, row: DialogueRow) -> dict[int, list[dict[str, Any]]]:
    views: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for view in commitment_views(request, row):
        if view["theme_id"]:
            views[view["theme_id"]].append(view)
    return views


def quotes_of(themes: Iterable[int]) -> dict[int, list[Contribution]]:
    """A few published contributions of each theme, the most supported first; one query for all."""
    place = Window(
        RowNumber(), partition_by=F("theme_id"), order_by=[F("contribution__support_count").desc(), F("contribution__received_at").asc()]
    )
    links = ThemeContribution.objects.filter(
        theme__in=list(themes), contribution__state=ContributionState.PUBLISHED, contribution__is_official=False
    )
    quotes: dict[int, list[Contribution]] = defaultdict(list)
    for link in links.annotate(place=place).filter(place__lte=QUOTES).order_by("theme_id", "place").select_related("contribution"):
        quotes[link.theme_id].append(link.contribution)
    return quotes


def _quote(contribution: Contribution) -> dict[str, Any]:
    method = get_method(contribution.method)
    lang = "" if contribution.language == get_language() else contribution.language
    return {
        "text": Truncator(contribution.text).words(40),
        "lang": lang,
        "url": method.contribution_url(contribution) if method else "",
    }


def no_answer_reasons(dialogue: DialoguePage) -> list[dict[str, Any]]:
    """How many published contributions needed no answer of their own, and why."""
    marked = NoAnswerNeeded.objects.filter(contribution__dialogue=dialogue, contribution__state=ContributionState.PUBLISHED)
    rows = marked.order_by().values("reason").annotate(number=Count("pk"), people=people_behind("contribution"))
    given = {row["reason"]: in_words(Counts(row["number"], row["people"])) for row in rows}
    return [{"reason": reason.label, "given": given[reason]} for reason in NoAnswerReason if reason in given]
