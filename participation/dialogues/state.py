"""The state of a dialogue and the marks beside it, from its facts at an instant."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

from participation.choices import OutcomeStep, State
from participation.deadline import Deadline, Span, deadline_of, last_day

ANSWERING_STEPS = (OutcomeStep.DECIDED, OutcomeStep.DONE)


@dataclass(frozen=True)
class DialogueFacts:
    """What a dialogue's state and its timeline follow from; the live rows of its canonical page."""

    cancelled: bool = False
    is_record: bool = False
    phases: tuple[Span, ...] = ()
    outcome_step: str = ""
    nothing_follows: bool = False
    has_follow_up: bool = False
    has_open_commitment: bool = False
    # Days that the timeline writes out
    cancelled_on: date | None = None
    feedback_due_on: date | None = None
    answered_on: date | None = None
    decision_needed: bool = True
    decided_on: date | None = None
    next_due_on: date | None = None
    last_due_on: date | None = None
    # How far the commitments have come: whether work on any has begun, whether any is done and when the last one was, how many were dropped
    is_under_way: bool = False
    has_done: bool = False
    done_on: date | None = None
    dropped: int = 0

    @property
    def opens_at(self) -> datetime | None:
        """When the first phase opens."""
        return min((phase.opens_at for phase in self.phases), default=None)

    @property
    def closes_at(self) -> datetime | None:
        """When the last phase has ended; what may be done until when is `deadline`."""
        return max((phase.closes_at for phase in self.phases), default=None)

    @property
    def last_day(self) -> date | None:
        """The last day of the last phase; the day of what may be done now is `deadline`."""
        return last_day(self.closes_at) if self.closes_at else None

    def deadline(self, at: datetime) -> Deadline:
        """What may be done and until when; nothing in a dialogue that is cancelled, or only a record."""
        return Deadline() if self.cancelled or self.is_record else deadline_of(self.phases, at)

    @property
    def is_answered(self) -> bool:
        """The live outcome has come far enough to keep the promise."""
        return self.outcome_step in ANSWERING_STEPS


def state_of(facts: DialogueFacts, at: datetime) -> State:
    """The first state that fits; `DialogueQuerySet.with_state` says the same in SQL."""
    if facts.cancelled:
        return State.CANCELLED
    if facts.is_record:
        return State.IN_FOLLOW_UP if facts.has_follow_up and facts.has_open_commitment else State.CONCLUDED
    if facts.opens_at is None or facts.closes_at is None or at < facts.opens_at:
        return State.UPCOMING
    if at < facts.closes_at:
        return State.OPEN
    if not facts.is_answered:
        return State.CLOSED
    if facts.has_follow_up and facts.has_open_commitment:
        return State.IN_FOLLOW_UP
    return State.CONCLUDED if facts.has_follow_up or facts.nothing_follows else State.ANSWERED


def is_overdue(state: str, feedback_due_on: date | None, at: datetime) -> bool:
    """The promised day has passed and the answer has not come."""
    return state == State.CLOSED and feedback_due_on is not None and feedback_due_on < timezone.localtime(at).date()


def days_late(feedback_due_on: date | None, at: datetime) -> int:
    """How many days have passed since the promised day; 0 up to that day."""
    if feedback_due_on is None:
        return 0
    return max((timezone.localtime(at).date() - feedback_due_on).days, 0)


def is_extended(announced_closes_at: datetime | None, closes_at: datetime | None) -> bool:
    """It stays open longer than was announced when it was first published."""
    return announced_closes_at is not None and closes_at is not None and closes_at > announced_closes_at


class Verdict(StrEnum):
    """How the promise of an answer goes; it follows from dates and facts and is stored nowhere."""

    KEPT = "kept"
    LATE = "late"  # answered after the promised day
    OVERDUE = "overdue"
    WAITING = "waiting"


def promise_verdict(facts: DialogueFacts, at: datetime) -> Verdict | None:
    """How the promise of an answer goes; None where nothing was promised."""
    due = facts.feedback_due_on
    if due is None or facts.cancelled or facts.is_record:
        return None
    if facts.is_answered:
        return Verdict.KEPT if facts.answered_on is None or facts.answered_on <= due else Verdict.LATE
    state = state_of(facts, at)
    return Verdict.OVERDUE if is_overdue(state, due, at) else Verdict.WAITING
