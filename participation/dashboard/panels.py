"""The panels: dialogues by state, promises, and what waits for somebody to do something."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms import clock
from cms.admin.dashboard import DashboardPanel, dashboard_panels
from cms.organisation.roles import is_coordinator
from cms.people import Person
from cms.text.alphabet import swedish_key
from participation.choices import State
from participation.commitments.queries import CommitmentRow, owed_rows
from participation.dashboard.own_dialogues import edited_rows, own_administrations, own_rows, works_with_dialogues
from participation.dialogues.queries import DialogueRow
from participation.dialogues.state import Verdict, promise_verdict
from participation.feedback.admin.addresses import owed_url, themes_url
from participation.moderation.admin.addresses import list_url, queue_url
from participation.moderation.admin.rows import contributions_of
from participation.moderation.queries import AGAIN, ANSWER, CONFIRM, REPORTS, REVIEW, waiting

SOON = timedelta(days=30)
SHOWN = 8
DRAFT = "draft"
STATES: list[tuple[str, str | Promise]] = [
    (State.UPCOMING, State.UPCOMING.label),
    (State.OPEN, State.OPEN.label),
    (State.CLOSED, State.CLOSED.label),
    (State.ANSWERED, State.ANSWERED.label),
    (State.IN_FOLLOW_UP, State.IN_FOLLOW_UP.label),
    (State.CONCLUDED, State.CONCLUDED.label),
    (State.CANCELLED, State.CANCELLED.label),
    (DRAFT, pgettext_lazy("dialogues", "Drafts")),
]
WAITING: list[tuple[str, str | Promise]] = [
    (REVIEW, _("to review")),
    (REPORTS, _("with reports")),
    (AGAIN, _("to look at again")),
    (CONFIRM, _("to confirm")),
    (ANSWER, _("without a theme")),
]


@dataclass(frozen=True)
class Number:
    """A count with the filtered list behind it."""

    label: str | Promise
    count: int
    url: str


@dataclass(frozen=True)
class Line:
    """An administration's counts."""

    label: str
    numbers: list[Number]


def register() -> None:
    """Called once, when the apps are ready."""
    template = "participation/dashboard/{}.html".format
    dashboard_panels.register(
        DashboardPanel("participation_waiting", _("Contributions that wait"), 310, template("numbers"), waiting_context)
    )
    dashboard_panels.register(DashboardPanel("participation_promises", _("Promises"), 320, template("promises"), promises_context))
    dashboard_panels.register(DashboardPanel("participation_dialogues", _("Dialogues"), 330, template("numbers"), dialogues_context))


def dialogues_context(request: HttpRequest) -> dict[str, Any] | None:
    """How many dialogues are in each state; for a coordinator, a line for each administration."""
    person = request.user
    if not (edited_rows(person) or is_coordinator(person)):
        return None
    counts: Counter[tuple[int, str]] = Counter()
    for row in edited_rows(person):
        counts[_administration(person, row), row.state if row.page.live else DRAFT] += 1
    return _numbers(request, STATES, counts, _dialogues_url) | {"empty": _("You have no dialogues yet.")}


def waiting_context(request: HttpRequest) -> dict[str, Any] | None:
    """What waits for the person: to be moderated where they moderate, to be sorted where they sort."""
    person = request.user
    if not works_with_dialogues(person):
        return None
    administrations = {row.page.pk: _administration(person, row) for row in own_rows(person)}
    counts: Counter[tuple[int, str]] = Counter()
    for what, _label in WAITING:
        rows = waiting(contributions_of(person, "sort" if what == ANSWER else "moderate"), what)
        for dialogue, number in rows.order_by().values_list("dialogue").annotate(number=Count("pk")):
            counts[administrations.get(dialogue, 0), what] += number
    return _numbers(request, WAITING, counts, _waiting_url) | {"empty": _("Nothing waits for you.")}


def promises_context(request: HttpRequest) -> dict[str, Any] | None:
    """Answers and commitments that are late, or due soon."""
    person = request.user
    if not (edited_rows(person) or is_coordinator(person)):
        return None
    rows = [row for row in edited_rows(person) if row.page.live]
    answers = [row for row in rows if _is_near(row)]
    commitments = [made for made in owed_rows(rows) if _is_soon(made)]
    return {
        "answers": [{"row": row, "url": themes_url(row.page)} for row in answers[:SHOWN]],
        "more_answers": max(len(answers) - SHOWN, 0),
        "commitments": [{"row": made, "url": _follow_up_url(made)} for made in commitments[:SHOWN]],
        "more_commitments": max(len(commitments) - SHOWN, 0),
        "owed_url": owed_url(),
        "soon": SOON.days,
    }


def _is_near(row: DialogueRow) -> bool:
    due = row.facts.feedback_due_on
    return due is not None and promise_verdict(row.facts, row.at) in (Verdict.OVERDUE, Verdict.WAITING) and due <= clock.today() + SOON


def _is_soon(made: CommitmentRow) -> bool:
    due = made.commitment.due_on
    return made.commitment.is_open and due is not None and due <= clock.today() + SOON


def _follow_up_url(made: CommitmentRow) -> str:
    return reverse("wagtailadmin_pages:edit", args=[made.commitment.page_id])


def _administration(person: Person, row: DialogueRow) -> int:
    administration = own_administrations(person).get(row.page.path)
    return administration.pk if administration else 0


def _numbers(request: HttpRequest, kinds: Any, counts: Counter[tuple[int, str]], url: Any) -> dict[str, Any]:
    """Counts with their links: one line, and for a coordinator one for each administration."""
    total: Counter[str] = Counter()
    for (_pk, kind), count in counts.items():
        total[kind] += count
    lines = []
    if is_coordinator(request.user):
        names = {row.pk: str(row) for row in own_administrations(request.user).values()}
        for pk, name in sorted(names.items(), key=lambda entry: swedish_key(entry[1])):
            numbers = [Number(label, counts[pk, kind], url(kind, pk)) for kind, label in kinds]
            lines.append(Line(name, numbers))
    shown = [Number(label, total[kind], url(kind, None)) for kind, label in kinds if total[kind]]
    return {"numbers": shown, "lines": lines if shown else [], "columns": [label for _kind, label in kinds]}


def _dialogues_url(kind: str, administration: int | None) -> str:
    query = {"ordering": "live"} if kind == DRAFT else {"state": str(kind)}
    if administration:
        query["administration_id"] = str(administration)
    return f"{reverse('participation_dialogues:index')}?{urlencode(query)}"


def _waiting_url(kind: str, administration: int | None) -> str:
    query = {"waits": kind} | ({"administration": administration} if administration else {})
    return list_url(**query) if kind == ANSWER else queue_url(**query)
