"""How promises of an answer were kept, as numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from participation.dialogues.queries import DialogueRow
from participation.dialogues.state import Verdict, promise_verdict


@dataclass(frozen=True)
class PromiseFigures:
    """How promises of an answer were kept. Those that are not yet due, and not yet kept, are not counted."""

    kept: int = 0
    late: int = 0
    overdue: int = 0
    waiting: int = 0

    @property
    def counted(self) -> int:
        return self.kept + self.late + self.overdue


def promise_figures(rows: Iterable[DialogueRow]) -> PromiseFigures:
    """Count the promises of dialogues; cancelled ones and short records promised nothing."""
    counts = {verdict.value: 0 for verdict in Verdict}
    for row in rows:
        verdict = promise_verdict(row.facts, row.at)
        if verdict:
            counts[verdict] += 1
    return PromiseFigures(**counts)
