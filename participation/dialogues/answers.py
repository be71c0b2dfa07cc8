"""How an answer is said: its kind and its reason as one sentence, and an outcome summed up in one line."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from participation.choices import AnswerKind, OutcomeStep


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
