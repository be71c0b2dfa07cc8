"""Reads across dialogues, outcomes and commitments, each for many dialogues at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from cms.organisation.models import Administration
from participation.choices import CommitmentStatus, ContributionState, State
from participation.contributions.rules import Facts, days_late, is_extended, is_overdue, state_of
from participation.dialogues.facts import Gathered, gather
from participation.models import (
    AdministrationSectionPage,
    Commitment,
    Contribution,
    DialoguePage,
    FollowUpPage,
    Theme,
)
from participation.models.dialogue_queryset import DialogueQuerySet


@dataclass(frozen=True)
class DialogueRow:
    """A canonical dialogue with what is published below it, as of an instant."""

    page: DialoguePage
    gathered: Gathered
    at: datetime

    @property
    def facts(self) -> Facts:
        return self.gathered.facts

    @property
    def state(self) -> State:
        return state_of(self.facts, self.at)

    @property
    def overdue(self) -> bool:
        return is_overdue(self.state, self.facts.feedback_due_on, self.at)

    @property
    def days_late(self) -> int:
        return days_late(self.facts.feedback_due_on, self.at) if self.overdue else 0

    @property
    def extended(self) -> bool:
        exempt = self.facts.cancelled or self.facts.is_record
        return not exempt and is_extended(self.page.announced_closes_at, self.facts.closes_at)

    @property
    def changed_at(self) -> datetime | None:
        """When it last changed, by an editor or by time alone: published, opened, closed, answered."""
        moments = [self.page.last_published_at, self.facts.opens_at, self.facts.closes_at]
        moments += [below.last_published_at for below in (self.gathered.outcome, self.gathered.follow_up) if below]
        return max((moment for moment in moments if moment and moment <= self.at), default=None)


def visible_dialogues(person: Any) -> DialogueQuerySet:
    """The canonical dialogues that a person may see."""
    return DialoguePage.objects.canonical().visible_to(person)


def rows_for(dialogues: Iterable[DialoguePage], at: datetime) -> list[DialogueRow]:
    """Canonical dialogues with their facts, in the order given."""
    pages = list(dialogues)
    gathered = gather(pages)
    return [DialogueRow(page, gathered[page.path], at) for page in pages]


def contribution_counts(dialogues: Iterable[DialoguePage]) -> dict[int, int]:
    """How many published contributions each dialogue has; official answers are none."""
    pks = [page.pk for page in dialogues]
    counted = Contribution.objects.published().filter(dialogue__in=pks, is_official=False).order_by()
    return dict(counted.values_list("dialogue").annotate(Count("pk")))


def administrations_of(dialogues: Iterable[DialoguePage]) -> dict[str, Administration]:
    """The administration in whose section each dialogue stands, by the dialogue's tree path."""
    parents = {page.path: page.path[: -page.steplen] for page in dialogues}
    sections = AdministrationSectionPage.objects.filter(path__in=set(parents.values())).select_related("administration")
    by_path = {section.path: section.administration for section in sections}
    return {path: by_path[parent] for path, parent in parents.items() if parent in by_path}


def theme_counts(themes: Iterable[int]) -> dict[int, int]:
    """How many published contributions lie in each theme."""
    published = Count("contributions", filter=Q(contributions__state=ContributionState.PUBLISHED))
    return dict(Theme.objects.filter(pk__in=list(themes)).order_by().values_list("pk").annotate(published=published))


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
    found = {"kept": 0, "late": 0, "overdue": 0, "waiting": 0}
    for row in rows:
        verdict = promise_verdict(row.facts, row.at)
        if verdict:
            found[verdict] += 1
    return PromiseFigures(**found)


def promise_verdict(facts: Facts, at: datetime) -> str:
    """`kept`, `late` (answered after the promised day), `overdue` or `waiting`; empty where nothing was promised."""
    due = facts.feedback_due_on
    if due is None or facts.cancelled or facts.is_record:
        return ""
    if facts.is_answered:
        return "kept" if facts.answered_on is None or facts.answered_on <= due else "late"
    state = state_of(facts, at)
    return "overdue" if is_overdue(state, due, at) else "waiting"


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
        CommitmentRow(commitment, row.page, timezone.localtime(row.at).date(), row.gathered.follow_up)
        for row in rows
        for commitment in row.gathered.commitments
    ]
    return sorted(
        made, key=lambda made_row: (not made_row.commitment.is_open, made_row.commitment.due_on or date.max, made_row.commitment.pk)
    )


@dataclass(frozen=True)
class CommitmentFigures:
    """How commitments go: on time means that nothing still open is past its day."""

    done: int = 0
    open: int = 0
    late: int = 0
    dropped: int = 0

    @property
    def made(self) -> int:
        return self.done + self.open + self.late + self.dropped


def commitment_figures(rows: Iterable[CommitmentRow]) -> CommitmentFigures:
    """Count commitments by how they go."""
    found = {"done": 0, "open": 0, "late": 0, "dropped": 0}
    for row in rows:
        if row.commitment.status == CommitmentStatus.DONE:
            found["done"] += 1
        elif row.commitment.status == CommitmentStatus.DROPPED:
            found["dropped"] += 1
        else:
            found["late" if row.days_late else "open"] += 1
    return CommitmentFigures(**found)
