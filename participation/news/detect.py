"""What a public dialogue has to tell, read from its state: the same question when a page is published and when the worker looks.

Each thing has a key, so that it is told once however often it is asked. What is older than two weeks when it is found is no
news any more (a dialogue that is made public late, an installation that learns to tell).
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from cms.following.actions import tell
from cms.following.models import NewsItem
from participation.choices import State
from participation.dialogues.queries import DialogueRow, rows_for, visible_dialogues
from participation.events import names
from participation.events.owners import asked_in, owners_of
from participation.events.targets import targets_of, targets_within
from participation.news.answers import answers_of
from participation.news.happening import Event, day_is_fresh, is_fresh, times_told


def tell_published(dialogues: Iterable[int], at: datetime) -> int:
    """Tell what these canonical dialogues have to tell and have not told; returns how much that was."""
    rows = _rows(dialogues, at)
    events = [(row, event) for row in rows for event in events_of(row)]
    known = set(NewsItem.objects.filter(key__in=[event.key for _row, event in events]).values_list("key", flat=True))
    return sum(_tell(row, event) for row, event in events if event.key not in known)


@transaction.atomic
def _tell(row: DialogueRow, event: Event) -> bool:
    targets = targets_of(row.page) + (targets_within(row.page) if event.within else [])
    targets += [(names.NEW_DIALOGUES, names.ALL)] if event.kind == names.OPENED else []
    owners = owners_of(event.concerns.values("pk")) if event.concerns is not None else ()
    data = {"dialogue": row.page.pk, **event.data}
    return tell(event.kind, key=event.key, targets=targets, owners=owners, data=data, at=event.at) is not None


def _rows(dialogues: Iterable[int], at: datetime) -> list[DialogueRow]:
    """Only what anybody may see has news."""
    pages = visible_dialogues(AnonymousUser()).filter(pk__in=list(dialogues), is_record=False)
    related = ("phases", "updates", "promise_changes", "commitment_history", "topic_links", "places")
    return rows_for(pages.select_related("locale").prefetch_related(*related), at)


def events_of(row: DialogueRow) -> Iterator[Event]:
    """Everything that is true of a dialogue now and may be news."""
    course = (_cancelled,) if row.facts.cancelled else (_resumed, _opened, _phases, _updates, _extended)
    for find in (*course, answers_of):
        yield from find(row)


def _cancelled(row: DialogueRow) -> Iterator[Event]:
    """Each time that it is cancelled: one that went on after all may be cancelled once more."""
    if is_fresh(row, row.page.last_published_at):
        again = times_told(row.page, names.RESUMED)
        key = f"cancelled:{row.page.pk}" + (f":{again}" if again else "")
        yield Event(names.CANCELLED, key, row.at, concerns=asked_in(row.page.pk), within=True)


def _resumed(row: DialogueRow) -> Iterator[Event]:
    """It goes on, after people were told that it was cancelled."""
    if not is_fresh(row, row.page.last_published_at):
        return
    cancelled = times_told(row.page, names.CANCELLED)
    if cancelled > times_told(row.page, names.RESUMED):
        yield Event(names.RESUMED, f"resumed:{row.page.pk}:{cancelled}", row.at, concerns=asked_in(row.page.pk), within=True)


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
        if day_is_fresh(row, update.date):
            key = str(update.translation_key)
            yield Event(names.UPDATE, f"update:{key}", row.at, {"update": key})


def _extended(row: DialogueRow) -> Iterator[Event]:
    if row.extended and row.state == State.OPEN and row.facts.last_day is not None:
        day = row.facts.last_day.isoformat()
        if is_fresh(row, row.page.last_published_at):
            key = f"extended:{row.page.pk}:{day}"
            yield Event(names.EXTENDED, key, row.at, {"last_day": day}, concerns=asked_in(row.page.pk))
