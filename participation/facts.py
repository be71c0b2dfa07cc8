"""Reads the facts of many dialogues at once: five queries however many they are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet, Value
from django.db.models.functions import Left, Length
from django.utils import timezone

from participation.models import Commitment, DialoguePage, FollowUpPage, OutcomeItem, OutcomePage
from participation.rules import ANSWERING_STEPS, Facts


@dataclass(frozen=True)
class Gathered:
    """What is published below a dialogue, and the facts that follow from it."""

    facts: Facts
    outcome: OutcomePage | None = None
    follow_up: FollowUpPage | None = None
    commitments: list[Commitment] = field(default_factory=list)


def facts_for(dialogues: Sequence[DialoguePage]) -> dict[str, Facts]:
    """Facts of canonical dialogues by tree path. Prefetch `phases` where there are many."""
    return {path: gathered.facts for path, gathered in gather(dialogues).items()}


def gather(dialogues: Sequence[DialoguePage]) -> dict[str, Gathered]:
    """Facts of canonical dialogues, with the live pages they follow from, by tree path."""
    outcomes = live_children(OutcomePage, dialogues)
    follow_ups = live_children(FollowUpPage, dialogues)
    decided = _decided_on(outcomes.values())
    commitments = _commitments(follow_ups.values())
    found = {}
    for page in dialogues:
        outcome, follow_up = outcomes.get(page.path), follow_ups.get(page.path)
        own = commitments[follow_up.pk] if follow_up else []
        facts = _facts(page, outcome, decided.get(outcome.pk) if outcome else None, follow_up, own)
        found[page.path] = Gathered(facts, outcome, follow_up, own)
    return found


def live_children(model: Any, dialogues: Sequence[DialoguePage]) -> dict[str, Any]:
    """The live outcome (or follow-up) of each dialogue, by the dialogue's tree path."""
    paths = [page.path for page in dialogues]
    if len(paths) == 1:
        rows: QuerySet = model.objects.filter(path__startswith=paths[0], depth=dialogues[0].depth + 1, live=True)
    else:
        parent_path = Left("path", Length("path") - Value(model.steplen))
        rows = model.objects.annotate(parent_path=parent_path).filter(parent_path__in=paths, live=True)
    return {row.path[: -row.steplen]: row for row in rows.order_by("-path").select_related("locale")}


def answered_on(outcome: OutcomePage) -> date | None:
    """The day an outcome first said what was decided; None while it has not come that far."""
    if outcome.step not in ANSWERING_STEPS:
        return None
    if outcome.answered_on:
        return outcome.answered_on
    published = outcome.first_published_at
    return timezone.localtime(published).date() if published else None


def _decided_on(outcomes: Iterable[OutcomePage]) -> dict[int, date]:
    """The last decision that each outcome names."""
    pks = [outcome.pk for outcome in outcomes]
    if not pks:
        return {}
    items = OutcomeItem.objects.filter(page__in=pks).exclude(decision=None).order_by()
    return dict(items.values_list("page").annotate(Max("decision__date")))


def _commitments(follow_ups: Iterable[FollowUpPage]) -> dict[int, list[Commitment]]:
    found: dict[int, list[Commitment]] = defaultdict(list)
    pks = [page.pk for page in follow_ups]
    for commitment in Commitment.objects.filter(page__in=pks) if pks else ():
        found[commitment.page_id].append(commitment)
    return found


def _facts(
    page: DialoguePage, outcome: OutcomePage | None, decided_on: date | None, follow_up: FollowUpPage | None, commitments: list[Commitment]
) -> Facts:
    phases = list(page.phases.all())
    still_open = [commitment for commitment in commitments if commitment.is_open]
    due = [commitment.due_on for commitment in still_open if commitment.due_on]
    settled = [commitment.status_on for commitment in commitments if commitment.status_on and not commitment.is_open]
    return Facts(
        cancelled=page.cancelled_on is not None,
        is_record=page.is_record,
        opens_at=min((phase.opens_at for phase in phases), default=None),
        closes_at=max((phase.closes_at for phase in phases), default=None),
        outcome_step=outcome.step if outcome else "",
        nothing_follows=bool(outcome and outcome.nothing_follows),
        has_follow_up=follow_up is not None,
        has_open_commitment=bool(still_open),
        cancelled_on=page.cancelled_on,
        feedback_due_on=page.feedback_due_on,
        answered_on=answered_on(outcome) if outcome else None,
        decision_needed=outcome.decision_needed if outcome else True,
        decided_on=decided_on,
        next_due_on=min(due, default=None),
        last_due_on=max(due, default=None),
        settled_on=max(settled, default=None),
    )
