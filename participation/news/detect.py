"""What a public dialogue has to tell, read from its state: the same question when a page is published and when the worker looks.

Each thing has a key, so that it is told once however often it is asked. What is older than two weeks when it is found is no
news any more (a dialogue that is made public late, an installation that learns to tell).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from cms.following.actions import tell
from cms.following.models import NewsItem
from cms.visibility import visible_among
from participation.choices import OutcomeStep, State
from participation.dialogues.facts import answered_on
from participation.dialogues.queries import DialogueRow, rows_for, visible_dialogues
from participation.dialogues.stations import last_day
from participation.events import names
from participation.events.owners import behind_themes, owners_of
from participation.events.targets import targets_of
from participation.models import DialoguePage
from participation.promises.working_days import working_days_after

FRESH = timedelta(days=14)
PATIENCE = 3  # working days after a promised day, before its passing is told


@dataclass(frozen=True)
class Event:
    """Something to tell of a dialogue."""

    kind: str
    key: str
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)
    has_owners: bool = False


def tell_published(dialogues: Iterable[int], at: datetime) -> int:
    """Tell what these canonical dialogues have to tell and have not told; returns how much that was."""
    rows = _rows(dialogues, at)
    events = [(row, event) for row in rows for event in events_of(row)]
    known = set(NewsItem.objects.filter(key__in=[event.key for _row, event in events]).values_list("key", flat=True))
    return sum(_tell(row, event) for row, event in events if event.key not in known)


@transaction.atomic
def _tell(row: DialogueRow, event: Event) -> bool:
    owners = owners_of(behind_themes(row.page.pk).values("pk")) if event.has_owners else ()
    data = {"dialogue": row.page.pk, **event.data}
    return tell(event.kind, key=event.key, targets=targets_of(row.page), owners=owners, data=data, at=event.at) is not None


def _rows(dialogues: Iterable[int], at: datetime) -> list[DialogueRow]:
    """Only what anybody may see has news."""
    pages = visible_dialogues(AnonymousUser()).filter(pk__in=list(dialogues), is_record=False)
    related = ("phases", "updates", "promise_changes", "commitment_history", "topic_links", "places")
    return rows_for(pages.select_related("locale").prefetch_related(*related), at)


def events_of(row: DialogueRow) -> Iterator[Event]:
    """Everything that is true of a dialogue now and may be news."""
    if row.facts.cancelled:
        yield from _cancelled(row)
        return
    for find in (_opened, _phases, _updates, _extended, _outcome, _commitments, _overdue):
        yield from find(row)


def is_fresh(row: DialogueRow, moment: datetime | None) -> bool:
    """Whether it happened just now, as far as people are concerned; what bears no date is taken to be new."""
    return moment is None or moment >= row.at - FRESH


def _day_is_fresh(row: DialogueRow, day: date | None) -> bool:
    today = timezone.localtime(row.at).date()
    return day is None or today - FRESH <= day <= today


def _cancelled(row: DialogueRow) -> Iterator[Event]:
    if is_fresh(row, row.page.last_published_at):
        yield Event(names.CANCELLED, f"cancelled:{row.page.pk}", row.at)


def _opened(row: DialogueRow) -> Iterator[Event]:
    opens, published = row.facts.opens_at, row.page.first_published_at
    if row.state != State.OPEN or opens is None:
        return
    since = max(opens, published) if published else opens
    if is_fresh(row, since):
        yield Event(names.OPENED, f"opened:{row.page.pk}", since)


def _phases(row: DialogueRow) -> Iterator[Event]:
    for phase in row.page.phases.all():
        is_later = row.facts.opens_at is not None and phase.opens_at > row.facts.opens_at
        if is_later and phase.is_open(row.at) and is_fresh(row, phase.opens_at):
            key = str(phase.translation_key)
            yield Event(names.PHASE, f"phase:{key}", phase.opens_at, {"phase": key})


def _updates(row: DialogueRow) -> Iterator[Event]:
    for update in row.page.updates.all():
        if _day_is_fresh(row, update.date):
            key = str(update.translation_key)
            yield Event(names.UPDATE, f"update:{key}", row.at, {"update": key})


def _extended(row: DialogueRow) -> Iterator[Event]:
    if row.extended and row.state == State.OPEN and row.facts.closes_at is not None:
        day = last_day(row.facts.closes_at).isoformat()
        if is_fresh(row, row.page.last_published_at):
            yield Event(names.EXTENDED, f"extended:{row.page.pk}:{day}", row.at, {"last_day": day})


def _outcome(row: DialogueRow) -> Iterator[Event]:
    outcome = row.loaded.outcome
    if outcome is None or not _is_visible(outcome):
        return
    if outcome.step == OutcomeStep.SAID:
        fresh = is_fresh(row, outcome.first_published_at)
    elif outcome.step == OutcomeStep.DECIDED:
        fresh = _day_is_fresh(row, answered_on(outcome))
    else:
        fresh = is_fresh(row, outcome.last_published_at)
    if fresh:
        data = {"outcome": outcome.pk, "step": outcome.step}
        yield Event(names.OUTCOME, f"outcome:{outcome.pk}:{outcome.step}", row.at, data, has_owners=True)


def _commitments(row: DialogueRow) -> Iterator[Event]:
    """The entries that were written since the last time, together: publishing five commitments is one event."""
    follow_up = row.loaded.follow_up
    if follow_up is None or not _is_visible(follow_up):
        return
    entries = [entry.pk for entry in row.page.commitment_history.all()]
    told = _last_told(row.page)
    new = [pk for pk in entries if pk > told]
    if new and is_fresh(row, follow_up.last_published_at):
        data = {"entries": new, "first": told == 0}
        yield Event(names.COMMITMENTS, f"commitments:{row.page.pk}:{max(new)}", row.at, data)


def _last_told(page: DialoguePage) -> int:
    items = NewsItem.objects.filter(kind=names.COMMITMENTS, targets__kind=names.DIALOGUE, targets__object_id=page.pk)
    return max((max(item.data["entries"]) for item in items), default=0)


def _overdue(row: DialogueRow) -> Iterator[Event]:
    """Each promised day that passed without an answer, three working days later; a day that was moved to an earlier one counts no more."""
    if not row.overdue and not _is_moved(row):
        return
    today = timezone.localtime(row.at).date()
    for due in sorted(_promised_days(row)):
        is_told_now = working_days_after(due, PATIENCE) <= today and due >= today - FRESH - timedelta(days=PATIENCE * 3)
        if due < today and is_told_now:
            yield Event(names.OVERDUE, f"overdue:{row.page.pk}:{due.isoformat()}", row.at, {"due": due.isoformat()})


def _is_moved(row: DialogueRow) -> bool:
    """An answer that people wait for has got a later day."""
    return row.state == State.CLOSED and any(row.page.promise_changes.all())


def _promised_days(row: DialogueRow) -> set[date]:
    """The days that were promised and not taken back by an earlier one."""
    moves = list(row.page.promise_changes.all())
    given_up = {move.old_date for move in moves if move.old_date and move.new_date and move.new_date < move.old_date}
    days = {move.new_date for move in moves} | {move.old_date for move in moves} | {row.facts.feedback_due_on}
    return {day for day in days - given_up if day is not None}


def _is_visible(page: Any) -> bool:
    return bool(visible_among([page], None))
