"""Commitments of many dialogues at once, and how they go as numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from participation.choices import CommitmentStatus
from participation.dialogues.queries import DialogueRow
from participation.models import (
    Commitment,
    DialoguePage,
    FollowUpPage,
)


@dataclass(frozen=True)
class CommitmentRow:
    """A published commitment with its dialogue."""

    commitment: Commitment
    dialogue: DialoguePage
    today: date
    follow_up: FollowUpPage | None = None

    @property
    def days_late(self) -> int:
        due = self.commitment.due_on  # a draft may lack it
        return max((self.today - due).days, 0) if due and self.commitment.is_open else 0


def commitment_rows(rows: Iterable[DialogueRow]) -> list[CommitmentRow]:
    """Commitments of live follow-ups of these dialogues: those still open by due day, then the others."""
    made = [
        CommitmentRow(commitment, row.page, timezone.localtime(row.at).date(), row.loaded.follow_up)
        for row in rows
        for commitment in row.loaded.commitments
    ]
    return sorted(
        made, key=lambda made_row: (not made_row.commitment.is_open, made_row.commitment.due_on or date.max, made_row.commitment.pk)
    )


def owed_rows(rows: Iterable[DialogueRow]) -> list[CommitmentRow]:
    """Commitments that are counted: a cancelled dialogue promises nothing any more."""
    return commitment_rows(row for row in rows if not row.facts.cancelled)


@dataclass(frozen=True)
class CommitmentFigures:
    """How commitments go: done by their day or after it, still to be done, past their day, dropped; each is counted once."""

    done: int = 0
    done_late: int = 0
    open: int = 0
    late: int = 0
    dropped: int = 0

    @property
    def made(self) -> int:
        return self.done + self.done_late + self.open + self.late + self.dropped


def commitment_figures(rows: Iterable[CommitmentRow]) -> CommitmentFigures:
    """Count commitments by how they go."""
    counts = {"done": 0, "done_late": 0, "open": 0, "late": 0, "dropped": 0}
    for row in rows:
        if row.commitment.status == CommitmentStatus.DONE:
            counts["done_late" if row.commitment.is_done_late else "done"] += 1
        elif row.commitment.status == CommitmentStatus.DROPPED:
            counts["dropped"] += 1
        else:
            counts["late" if row.days_late else "open"] += 1
    return CommitmentFigures(**counts)
