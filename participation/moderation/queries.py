"""What waits for a moderator, why, and since when: to be reviewed, reported, to be looked at again, to be confirmed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Case, DateTimeField, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Least
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from participation.choices import ContributionState
from participation.models import Contribution, HideProposal, Report, SecondLook
from participation.models.contribution import ContributionQuerySet

FAR = datetime(9999, 1, 1, tzinfo=UTC)  # sorts after everything that waits
REVIEW, REPORTS, AGAIN, CONFIRM, ANSWER = "review", "reports", "again", "confirm", "answer"
MODERATOR_WAITS = [
    (REVIEW, gettext_lazy("for review")),
    (REPORTS, gettext_lazy("for somebody to look at a report")),
    (AGAIN, gettext_lazy("for another person to look again")),
    (CONFIRM, gettext_lazy("for a second person to confirm")),
]
WAITS = [*MODERATOR_WAITS, (ANSWER, gettext_lazy("for an answer"))]

_OPEN = {
    REPORTS: (Report.objects.filter(handled_at=None), "reported_at"),
    AGAIN: (SecondLook.objects.filter(decided_at=None, contribution__state=ContributionState.HIDDEN), "asked_at"),
    CONFIRM: (HideProposal.objects.filter(decided_at=None), "proposed_at"),
}


def waiting(rows: ContributionQuerySet, what: str) -> ContributionQuerySet:
    """Those that wait for staff to do something: one of WAITS."""
    if what == REVIEW:
        return rows.filter(state=ContributionState.PENDING)
    if what in _OPEN:
        open_rows, _moment = _OPEN[what]
        return rows.exclude(state=ContributionState.WITHDRAWN).filter(Exists(open_rows.filter(contribution=OuterRef("pk"))))
    return rows.owed_answer() if what == ANSWER else rows


def in_queue(rows: ContributionQuerySet) -> ContributionQuerySet:
    """Everything that waits for a moderator, with `waits_since`: the earliest moment from which it waits."""
    waits = Q(state=ContributionState.PENDING)
    moments: list[Any] = [Case(When(state=ContributionState.PENDING, then="received_at"), default=Value(FAR, DateTimeField()))]
    for open_rows, moment in _OPEN.values():
        waits |= Q(pk__in=open_rows.values("contribution"))
        first = open_rows.filter(contribution=OuterRef("pk")).order_by(moment).values(moment)[:1]
        moments.append(Coalesce(Subquery(first), Value(FAR, DateTimeField())))
    return rows.exclude(state=ContributionState.WITHDRAWN).filter(waits).annotate(waits_since=Least(*moments))


@dataclass(frozen=True)
class Reason:
    """Why a contribution waits, in a few words."""

    kind: str
    words: str | Promise


def reasons_of(row: Contribution) -> list[Reason]:
    """Why it waits; the row comes from `with_what_staff_see`."""
    seen: Any = row
    reasons = [Reason(REVIEW, _("Waits for review"))] if row.state == ContributionState.PENDING else []
    for report in seen.open_reports:
        reasons.append(Reason(REPORTS, _("Reported: %(reason)s") % {"reason": report.get_reason_display()}))
    if row.state == ContributionState.HIDDEN:
        reasons += [Reason(AGAIN, _("The one who wrote it asks for another person to look again")) for _look in seen.open_looks]
    for proposal in seen.open_proposals:
        words = _("Hidden at once, to be confirmed by a second person") if proposal.at_once else _("Proposed to be hidden")
        reasons.append(Reason(CONFIRM, words))
    return reasons


def age_in_words(since: datetime, at: datetime) -> str:
    """ "5 days", "3 hours", "less than an hour"."""
    passed = max(at - since, timedelta())
    hours = int(passed.total_seconds() // 3600)
    if passed.days:
        return ngettext("%(count)d day", "%(count)d days", passed.days) % {"count": passed.days}
    if hours:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    return _("less than an hour")
