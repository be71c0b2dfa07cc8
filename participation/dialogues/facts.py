"""Reads the facts of many dialogues at once: three queries however many they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Left, Length
from django.utils import timezone
from wagtail.models import Page

from participation.choices import CommitmentStatus
from participation.deadline import Span
from participation.dialogues.state import ANSWERING_STEPS, DialogueFacts
from participation.models import Commitment, Decision, DialoguePage, FollowUpPage, OutcomeItem, OutcomePage

FEW = 4


@dataclass(frozen=True)
class LoadedFacts:
    """What is published below a dialogue, and the facts that follow from it."""

    facts: DialogueFacts
    outcome: OutcomePage | None = None
    follow_up: FollowUpPage | None = None
    commitments: list[Commitment] = field(default_factory=list)


def facts_for(dialogues: Sequence[DialoguePage]) -> dict[str, DialogueFacts]:
    """Facts of canonical dialogues by tree path. Prefetch `phases` where there are many."""
    return {path: loaded.facts for path, loaded in load_facts(dialogues).items()}


def load_facts(dialogues: Sequence[DialoguePage]) -> dict[str, LoadedFacts]:
    """Facts of canonical dialogues, with the live pages they follow from, by tree path."""
    outcomes: dict[str, OutcomePage] = {}
    follow_ups: dict[str, FollowUpPage] = {}
    for child in _live_children(dialogues):
        above = child.path[: -child.steplen]
        if isinstance(child, OutcomePage):
            outcomes.setdefault(above, child)
        else:
            follow_ups.setdefault(above, child)
    commitments = _commitments(follow_ups.values())
    facts = {}
    for page in dialogues:
        outcome, follow_up = outcomes.get(page.path), follow_ups.get(page.path)
        own = commitments[follow_up.pk] if follow_up else []
        facts[page.path] = LoadedFacts(_facts(page, outcome, follow_up, own), outcome, follow_up, own)
    return facts


def _live_children(dialogues: Sequence[DialoguePage]) -> Iterator[OutcomePage | FollowUpPage]:
    """The live outcomes and follow-ups of dialogues, in one query; an outcome knows its last decision's day.

    One without answers cites none, so what was recorded of its dialogue counts.
    """
    answers = OutcomeItem.objects.filter(page=OuterRef("pk"))
    cited = answers.exclude(decision=None).order_by("-decision__date").values("decision__date")
    above = Left(OuterRef("path"), Length(OuterRef("path")) - Value(Page.steplen))
    recorded = Decision.objects.filter(dialogue__path=above).order_by("-date").values("date")
    pages = _children(dialogues).filter(Q(outcomepage__isnull=False) | Q(followuppage__isnull=False), live=True)
    decided_on = Case(When(Exists(answers), then=Subquery(cited[:1])), default=Subquery(recorded[:1]))
    pages = pages.annotate(decided_on=decided_on)
    for page in pages.select_related("outcomepage", "followuppage", "locale").order_by("path"):
        child = getattr(page, "outcomepage", None) or page.followuppage
        child.locale, child.decided_on = page.locale, page.decided_on
        yield child


def _children(dialogues: Sequence[DialoguePage]) -> QuerySet[Page]:
    paths = [page.path for page in dialogues]
    if 0 < len(paths) <= FEW:  # by the index of paths
        last, length = "Z" * Page.steplen, Page.steplen
        below = [Q(path__startswith=path, path__gt=path, path__lte=path + last, depth=len(path) // length + 1) for path in paths]
        return Page.objects.filter(reduce(or_, below))
    return Page.objects.annotate(parent_path=Left("path", Length("path") - Value(Page.steplen))).filter(parent_path__in=paths)


def answered_on(outcome: OutcomePage) -> date | None:
    """The day an outcome first said what was decided; None while it has not come that far."""
    if outcome.step not in ANSWERING_STEPS:
        return None
    if outcome.answered_on:
        return outcome.answered_on
    published = outcome.first_published_at
    return timezone.localtime(published).date() if published else None


def _commitments(follow_ups: Iterable[FollowUpPage]) -> dict[int, list[Commitment]]:
    commitments: dict[int, list[Commitment]] = defaultdict(list)
    pks = [page.pk for page in follow_ups]
    for commitment in Commitment.objects.filter(page__in=pks) if pks else ():
        commitments[commitment.page_id].append(commitment)
    return commitments


def _facts(page: DialoguePage, outcome: OutcomePage | None, follow_up: FollowUpPage | None, commitments: list[Commitment]) -> DialogueFacts:
    still_open = [commitment for commitment in commitments if commitment.is_open]
    due = [commitment.due_on for commitment in still_open if commitment.due_on]
    statuses = [commitment.status for commitment in commitments]
    done = [commitment.status_on for commitment in commitments if commitment.status_on and commitment.status == CommitmentStatus.DONE]
    return DialogueFacts(
        cancelled=page.cancelled_on is not None,
        is_record=page.is_record,
        phases=tuple(Span(phase.opens_at, phase.closes_at, tuple(phase.rights)) for phase in page.phases.all()),
        outcome_step=outcome.step if outcome else "",
        nothing_follows=bool(outcome and outcome.nothing_follows),
        has_follow_up=follow_up is not None,
        has_open_commitment=bool(still_open),
        cancelled_on=page.cancelled_on,
        feedback_due_on=page.feedback_due_on,
        answered_on=answered_on(outcome) if outcome else None,
        decision_needed=outcome.decision_needed if outcome else True,
        decided_on=getattr(outcome, "decided_on", None),
        next_due_on=min(due, default=None),
        last_due_on=max(due, default=None),
        is_under_way=CommitmentStatus.UNDER_WAY in statuses or CommitmentStatus.DONE in statuses,
        has_done=CommitmentStatus.DONE in statuses,
        done_on=max(done, default=None),
        dropped=statuses.count(CommitmentStatus.DROPPED),
    )


def facts_of(dialogue: DialoguePage) -> DialogueFacts:
    """The facts of a dialogue, whatever its language."""
    page = dialogue.canonical
    return facts_for([page])[page.path]
