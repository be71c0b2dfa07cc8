"""What is promised for a day soon, or was for a day that has just passed: answers of dialogues, and commitments."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from participation.choices import State
from participation.dialogues.queries import DialogueRow, rows_for
from participation.models import Commitment, DialoguePage
from participation.models.dialogue_queryset import DialogueQuerySet

ANSWER_STEPS = (14, 3, -1)  # days before the promised day; an answer is late on the day after it
COMMITMENT_STEPS = (14, 3, 0)
CATCH_UP = 2  # days in which a reminder that nobody could send is still sent
WAITING_STATES = (State.UPCOMING, State.OPEN, State.CLOSED, State.IN_FOLLOW_UP)


@dataclass(frozen=True)
class Due:
    """A promise that somebody is reminded of."""

    row: DialogueRow
    day: date
    step: int
    commitment: Commitment | None = None

    @property
    def key(self) -> str:
        """The key that makes a reminder go once for each promise, day and step."""
        what = f"commitment:{self.commitment.translation_key}" if self.commitment else f"answer:{self.row.page.pk}"
        return f"reminder:{what}:{self.day.isoformat()}:{self.step}"


def step_of(day: date, today: date, steps: tuple[int, ...]) -> int | None:
    """Which reminder falls on today, or fell just before it; None where none does."""
    left = (day - today).days
    return next((step for step in steps if step - CATCH_UP <= left <= step), None)


def waiting(at: datetime) -> DialogueQuerySet:
    """Canonical dialogues, published or not, whose answer or commitments are still to come."""
    return DialoguePage.objects.canonical().with_state(at).filter(state__in=WAITING_STATES, is_record=False)


def due_at(at: datetime) -> Iterator[Due]:
    """Every promise of public dialogues that somebody is to be reminded of now."""
    pages = waiting(at).filter(live=True).order_by("pk")
    for row in rows_for(pages.select_related("locale", "feedback_responsible").prefetch_related("phases"), at):
        yield from due_of(row)


def due_of(row: DialogueRow) -> Iterator[Due]:
    """The promises of one dialogue that fall due."""
    today = timezone.localtime(row.at).date()
    day = row.facts.feedback_due_on
    if not row.facts.is_answered and day is not None:
        step = step_of(day, today, ANSWER_STEPS)
        if step is not None and (step >= 0 or row.overdue):
            yield Due(row, day, step)
    for commitment in row.loaded.commitments:
        if commitment.is_open and commitment.due_on:
            step = step_of(commitment.due_on, today, COMMITMENT_STEPS)
            if step is not None:
                yield Due(row, commitment.due_on, step, commitment)


def find_due(dialogue: int, commitment_key: str, day: str, at: datetime) -> tuple[DialogueRow, Commitment | None] | None:
    """A promise as it stands when its reminder is sent; None when it was kept, moved or taken away meanwhile."""
    pages = waiting(at).filter(pk=dialogue, live=True)
    rows = rows_for(pages.select_related("locale", "feedback_responsible"), at)
    if not rows:
        return None
    row = rows[0]
    if not commitment_key:
        is_open = not row.facts.is_answered and str(row.facts.feedback_due_on) == day
        return (row, None) if is_open else None
    commitment: Any = next((made for made in row.loaded.commitments if str(made.translation_key) == commitment_key), None)
    return (row, commitment) if commitment is not None and commitment.is_open and str(commitment.due_on) == day else None
