"""What the answers of an outcome still miss: a kind, a reason that goes with it, a decision that bears it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from participation.choices import NEEDS_REASON, SPEAKS_OF_DECISION, OutcomeStep, is_reason_for
from participation.publication.missing import ANSWERS, WHOLE, Candidate, Missing


def missing_in_answers(candidate: Candidate) -> Iterable[Missing]:
    """What is missing row by row, and what all answers together lack."""
    items, answers = candidate.rows["items"], candidate.page.step != OutcomeStep.SAID
    if not items:
        yield from _nothing_came_in(candidate)
    for item in items:
        if answers and not item.answer:
            yield Missing("items", ANSWERS, _("Choose the kind of answer."), item, "answer")
        yield from _reason(item)
    if answers and candidate.page.decision_needed:
        yield from _decision(candidate)


def _nothing_came_in(candidate: Candidate) -> Iterable[Missing]:
    """Without a theme there is nothing to answer: somebody says that in a sentence, or a theme is missing."""
    if candidate.parent.contributions.needing_answer().exists():
        return  # told already: they lie in no theme
    if not (candidate.page.introduction.strip() or candidate.page.in_one_sentence.strip()):
        sentence = _("No theme has an answer here. Write in a sentence that nothing came in, or what came in instead.")
        yield Missing("introduction", WHOLE, sentence)


def _reason(item: Any) -> Iterable[Missing]:
    """A no, and half a yes, have their reason as soon as they are public; a draft may lack it."""
    if not is_reason_for(item.answer, item.reason_kind):
        yield Missing("items", ANSWERS, _("This kind of reason contradicts the answer. Choose another one."), item, "reason_kind")
    elif item.answer in NEEDS_REASON and not item.reason_kind:
        yield Missing("items", ANSWERS, _("Choose the kind of reason: a no, and half a yes, say why."), item, "reason_kind")
    if item.answer in NEEDS_REASON and not item.reason.strip():
        yield Missing("items", ANSWERS, _("Write the reason: a no, and half a yes, say why."), item, "reason")


def _decision(candidate: Candidate) -> Iterable[Missing]:
    """Where a political decision is needed it is named: by every answer that speaks of it, and by at least one."""
    items = candidate.rows["items"]
    if not items:
        if not candidate.parent.decisions.exists():
            sentence = _("Record the decision beside the themes, or untick that a political decision is needed.")
            yield Missing("decision_needed", ANSWERS, sentence)
    elif not any(item.decision_id for item in items):
        sentence = _("Name the decision in at least one answer, or untick that a political decision is needed.")
        yield Missing("decision_needed", ANSWERS, sentence)
    else:
        for item in items:
            if item.answer in SPEAKS_OF_DECISION and not item.decision_id:
                sentence = _("Choose the decision that this changed, or another kind of answer.")
                yield Missing("items", ANSWERS, sentence, item, "decision")
