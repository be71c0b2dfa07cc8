"""What there is to tell of an answer: published, corrected, taken back, followed up, late, or promised for another day."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageLogEntry

from participation.choices import OutcomeStep, State
from participation.dialogues.facts import answered_on
from participation.dialogues.queries import DialogueRow
from participation.dialogues.state import ANSWERING_STEPS
from participation.events import names
from participation.events.owners import asked_in, behind_themes
from participation.models import CommitmentStatusEntry, OutcomeItem, OutcomePage
from participation.models.contribution import ContributionQuerySet
from participation.news.happening import FRESH, Event, day_is_fresh, is_fresh, is_public, last_told, times_told
from participation.promises.working_days import working_days_after

PATIENCE = 3  # working days after a promised day, before its passing is told


def answers_of(row: DialogueRow) -> Iterator[Event]:
    """Everything that is true of a dialogue's answer now and may be news; one that was cancelled owes none, and may be answered all the same."""
    waits = () if row.facts.cancelled else (_taken_back, _moved, _overdue)
    for find in (_outcome, _corrected, _commitments, _withdrawn, *waits):
        yield from find(row)


# The outcome


def _outcome(row: DialogueRow) -> Iterator[Event]:
    outcome = row.loaded.outcome
    if outcome is None:
        return
    again = times_told(row.page, names.TAKEN_BACK) if is_fresh(row, outcome.last_published_at) else 0
    if not (again or _is_news(row, outcome)) or not is_public(outcome):
        return
    data = {"outcome": outcome.pk, "step": outcome.step, "answers": answers_in(outcome)}
    key = f"outcome:{outcome.pk}:{outcome.step}" + (f":{again}" if again else "")
    yield Event(names.OUTCOME, key, row.at, data, concerns=behind_themes(row.page.pk))


def _is_news(row: DialogueRow, outcome: OutcomePage) -> bool:
    if outcome.step == OutcomeStep.SAID:
        return is_fresh(row, outcome.first_published_at)
    if outcome.step == OutcomeStep.DECIDED:
        return day_is_fresh(row, answered_on(outcome))
    return is_fresh(row, outcome.last_published_at)


def answers_in(outcome: OutcomePage) -> dict[str, str]:
    """What is answered to each theme, as a mark that changes with it: a mended comma or capital is no other answer."""
    return {str(item.theme_id): _mark(item) for item in OutcomeItem.objects.filter(page=outcome)}


def _mark(item: OutcomeItem) -> str:
    words = "".join(letter for letter in item.reason.casefold() if letter.isalnum())
    return sha256(f"{item.answer}|{item.reason_kind}|{item.decision_id}|{words}".encode()).hexdigest()[:16]


def _last_of_outcome(row: DialogueRow) -> Any:
    return last_told(row.page, names.OUTCOME, names.CORRECTED, names.TAKEN_BACK)


def _corrected(row: DialogueRow) -> Iterator[Event]:
    """Answers that say another thing than was told, at the same step: to those whose themes they answer."""
    outcome = row.loaded.outcome
    if outcome is None or outcome.step not in ANSWERING_STEPS or not is_fresh(row, outcome.last_published_at) or not is_public(outcome):
        return
    last = _last_of_outcome(row)
    if last is None or last.data.get("step") != outcome.step or "answers" not in last.data:
        return
    now, before = answers_in(outcome), last.data["answers"]
    changed = sorted(int(theme) for theme in now | before if now.get(theme) != before.get(theme))
    if changed:
        data = {"outcome": outcome.pk, "step": outcome.step, "answers": now, "changed": changed}
        yield Event(names.CORRECTED, f"corrected:{outcome.pk}:{last.pk}", row.at, data, concerns=behind_themes(row.page.pk, changed))


def _taken_back(row: DialogueRow) -> Iterator[Event]:
    """An answer that was told and is published no more: unpublished, or set back to what was said."""
    last = _last_of_outcome(row) if row.state == State.CLOSED else None
    if last is None or last.data.get("step") not in ANSWERING_STEPS:
        return
    if is_fresh(row, _taken_back_at(row, last.data["outcome"])):
        key = f"taken-back:{row.page.pk}:{last.pk}"
        yield Event(names.TAKEN_BACK, key, row.at, concerns=behind_themes(row.page.pk))


def _taken_back_at(row: DialogueRow, outcome: int) -> datetime | None:
    """When the outcome was set back, or taken off the site."""
    if row.loaded.outcome is not None:
        return row.loaded.outcome.last_published_at
    return _ended_at(outcome)


def _ended_at(page: int) -> datetime | None:
    """When a page was last taken off the site."""
    ended = Q(action__startswith="wagtail.unpublish") | Q(action="wagtail.delete")
    return PageLogEntry.objects.filter(ended, page=page).order_by("-timestamp").values_list("timestamp", flat=True).first()


# What comes of it


def _commitments(row: DialogueRow) -> Iterator[Event]:
    """The entries that were written since the last time, together: publishing five commitments is one event.

    After a follow-up that was taken off the site all are told anew.
    """
    follow_up = row.loaded.follow_up
    if follow_up is None or not is_fresh(row, follow_up.last_published_at) or not is_public(follow_up):
        return
    entries = list(row.page.commitment_history.all())
    last = last_told(row.page, names.COMMITMENTS, names.WITHDRAWN)
    again = last.pk if last is not None and last.kind == names.WITHDRAWN else None
    told = max(last.data["entries"]) if last is not None and again is None else 0
    new = [entry for entry in entries if entry.pk > told]
    if new:
        first = told == 0
        data = {"entries": [entry.pk for entry in new], "first": first, "follow_up": follow_up.pk}
        key = f"commitments:{row.page.pk}:{max(entry.pk for entry in new)}" + (f":{again}" if again else "")
        yield Event(names.COMMITMENTS, key, row.at, data, concerns=_promised_to(row, new, first=first))


def _withdrawn(row: DialogueRow) -> Iterator[Event]:
    """Commitments that were told and stand on no page any more: to all who asked, as when they were made."""
    last = last_told(row.page, names.COMMITMENTS, names.WITHDRAWN) if row.loaded.follow_up is None else None
    follow_up = last.data.get("follow_up") if last is not None else None
    if last is None or last.kind == names.WITHDRAWN or follow_up is None:
        return
    if is_fresh(row, _ended_at(follow_up)):
        yield Event(names.WITHDRAWN, f"withdrawn:{row.page.pk}:{last.pk}", row.at, concerns=asked_in(row.page.pk))


def _promised_to(row: DialogueRow, entries: Iterable[CommitmentStatusEntry], *, first: bool) -> ContributionQuerySet:
    """Whose themes the commitments come from; all who asked hear of the first ones, and of those that come from no theme."""
    changed = {entry.commitment_key for entry in entries}
    themes = {commitment.theme_id for commitment in row.loaded.commitments if commitment.translation_key in changed}
    known = {theme for theme in themes if theme is not None}
    return asked_in(row.page.pk) if first or known != themes else behind_themes(row.page.pk, known)


# The promised day


def _moved(row: DialogueRow) -> Iterator[Event]:
    """Each publication of another day than people were told, while they wait."""
    if row.facts.is_answered:
        return
    for change in row.page.promise_changes.all():
        if change.old_date is not None and is_fresh(row, change.changed_at):
            key, data = f"promise-moved:{change.pk}", {"change": change.pk}
            yield Event(names.MOVED, key, change.changed_at, data, concerns=asked_in(row.page.pk))


def _overdue(row: DialogueRow) -> Iterator[Event]:
    """The promised day passed without an answer, three working days ago. Of a day that was moved the news of the move says it."""
    due = row.facts.feedback_due_on
    if not row.overdue or due is None:
        return
    today = timezone.localtime(row.at).date()
    if working_days_after(due, PATIENCE) <= today and due >= today - FRESH - timedelta(days=PATIENCE * 3):
        key, data = f"overdue:{row.page.pk}:{due.isoformat()}", {"due": due.isoformat()}
        yield Event(names.OVERDUE, key, row.at, data, concerns=asked_in(row.page.pk))
