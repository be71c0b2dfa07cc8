"""How an answer is said: its kind and its reason as one sentence, and an outcome summed up in one line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from cms.pages.translated_words import TranslatedRows, translations_of
from cms.people import Person
from cms.visibility import visible_to
from participation.choices import AnswerKind, OutcomeStep, ReasonKind
from participation.dialogues.queries import DialogueRow
from participation.models import OutcomeItem, OutcomePage

BECAUSE_NOT: dict[str, Promise] = {
    ReasonKind.LAW: gettext_lazy("the law says otherwise"),
    ReasonKind.COST: gettext_lazy("it costs too much"),
    ReasonKind.SAFETY: gettext_lazy("it would not be safe"),
    ReasonKind.CONFLICT: gettext_lazy("it conflicts with another interest"),
    ReasonKind.NOT_OURS: gettext_lazy("somebody else decides on it"),
    ReasonKind.TECHNICAL: gettext_lazy("it cannot be built or done"),
    ReasonKind.EARLIER_DECISION: gettext_lazy("an earlier decision stands"),
}
BECAUSE_OF_THE_REST: dict[str, Promise] = {
    ReasonKind.LAW: gettext_lazy("the law prevents the rest"),
    ReasonKind.COST: gettext_lazy("the rest costs too much"),
    ReasonKind.SAFETY: gettext_lazy("the rest would not be safe"),
    ReasonKind.CONFLICT: gettext_lazy("the rest conflicts with another interest"),
    ReasonKind.NOT_OURS: gettext_lazy("somebody else decides on the rest"),
    ReasonKind.TECHNICAL: gettext_lazy("the rest cannot be built or done"),
    ReasonKind.EARLIER_DECISION: gettext_lazy("an earlier decision stands for the rest"),
    ReasonKind.UNDER_WAY: gettext_lazy("the rest is under way already"),
}
BECAUSE: dict[str, dict[str, Promise]] = {
    AnswerKind.CHANGED: {
        ReasonKind.GOOD_IDEA: gettext_lazy("it makes the proposal better"),
        ReasonKind.SAFER: gettext_lazy("it makes it safer"),
    },
    AnswerKind.PARTLY: BECAUSE_OF_THE_REST,
    AnswerKind.ALREADY: {
        ReasonKind.UNDER_WAY: gettext_lazy("the work is under way"),
        ReasonKind.EARLIER_DECISION: gettext_lazy("it was decided before"),
    },
    AnswerKind.NOT: BECAUSE_NOT,
}
# What an answer says before the colon: of a decision only where there is one.
DECIDED: dict[str, Promise] = {
    AnswerKind.CHANGED: gettext_lazy("It changed the decision"),
    AnswerKind.PARTLY: pgettext_lazy("answer", "In part"),
    AnswerKind.ALREADY: gettext_lazy("It is already so"),
    AnswerKind.NOT: pgettext_lazy("answer", "No"),
}
PROPOSED = DECIDED | {AnswerKind.CHANGED: gettext_lazy("We propose it"), AnswerKind.PARTLY: gettext_lazy("We propose it in part")}
NOT_DECIDED = DECIDED | {AnswerKind.CHANGED: pgettext_lazy("answer", "Yes")}


def answer_sentence(item: Any, outcome: Any) -> str:
    """“In part: the rest costs too much”: the answer to a theme and its reason; empty while it has none."""
    if not item.answer:
        return ""
    heads = PROPOSED if is_proposed(item, outcome) else DECIDED if item.decision_id else NOT_DECIDED
    answer, reason = heads[item.answer], BECAUSE[item.answer].get(item.reason_kind)
    return _("%(answer)s: %(reason)s") % {"answer": answer, "reason": reason} if reason else str(answer)


def is_proposed(item: Any, outcome: Any) -> bool:
    """The answer waits for a decision that nobody has made yet: what it says is a proposal."""
    return outcome.decision_needed and outcome.step == OutcomeStep.SAID and not item.decision_id


def outcome_summary(outcome: Any, items: Iterable[Any] | None = None) -> str:
    """“8 themes: 3 changed the decision, 2 in part, 1 was there already, no to 2”; only kinds that are present, empty without themes."""
    rows = list(outcome.items.all() if items is None else items)
    if not rows:
        return ""
    counts = Counter(_summed(row, outcome) for row in rows)
    told = ", ".join(_counted(kind, counts[kind]) for kind in _ORDER if counts[kind])
    themes = ngettext("%(count)d theme", "%(count)d themes", len(rows)) % {"count": len(rows)}
    return _("%(themes)s: %(answers)s") % {"themes": themes, "answers": told}


_PROPOSED, _YES = "proposed", "yes"  # a change that waits for its decision; one that needed none
_ORDER = (AnswerKind.CHANGED, _PROPOSED, _YES, AnswerKind.PARTLY, AnswerKind.ALREADY, AnswerKind.NOT, "")


def _summed(item: Any, outcome: Any) -> str:
    """What the answer counts as: its kind, and of a change whether a decision bears it."""
    if item.answer != AnswerKind.CHANGED or item.decision_id:
        return str(item.answer)
    return _PROPOSED if is_proposed(item, outcome) else _YES


def _counted(kind: str, number: int) -> str:
    words = {
        AnswerKind.CHANGED: ngettext("%(count)d changed the decision", "%(count)d changed the decision", number),
        _PROPOSED: ngettext("we propose %(count)d", "we propose %(count)d", number),
        _YES: pgettext("summary of an outcome", "yes to %(count)d"),
        AnswerKind.PARTLY: pgettext("summary of an outcome", "%(count)d in part"),
        AnswerKind.ALREADY: ngettext("%(count)d was there already", "%(count)d were there already", number),
        AnswerKind.NOT: pgettext("summary of an outcome", "no to %(count)d"),
        "": ngettext("%(count)d waits for its answer", "%(count)d wait for their answers", number),
    }
    return words[kind] % {"count": number}


@dataclass(frozen=True)
class PublishedAnswers:
    """What an outcome answers, with its words in the reader's language."""

    outcome: OutcomePage
    items: list[OutcomeItem]
    texts: TranslatedRows

    @property
    def summary(self) -> str:
        return outcome_summary(self.outcome, self.items)


def published_answers(rows: Iterable[DialogueRow], person: Person) -> dict[int, PublishedAnswers]:
    """The answers of outcomes that keep the promise and that a person may see, by dialogue; few queries however many they are."""
    answered = {row.loaded.outcome.pk: row for row in rows if row.loaded.outcome and row.facts.is_answered}
    seen = list(visible_to(OutcomePage.objects.filter(pk__in=answered), person).select_related("locale")) if answered else []
    items: dict[int, list[OutcomeItem]] = {page.pk: [] for page in seen}
    for item in OutcomeItem.objects.filter(page__in=items).select_related("decision__body").order_by("sort_order", "pk"):
        items[item.page_id].append(item)
    shown = translations_of(seen, OutcomePage.objects.prefetch_related("items"), person)
    return {
        answered[page.pk].page.pk: PublishedAnswers(
            page, items[page.pk], TranslatedRows(shown.get(page.translation_key, page), page, "items")
        )
        for page in seen
    }
