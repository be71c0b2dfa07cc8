"""The facts of dialogues, read from what is published below them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from cms import clock
from participation.choices import CommitmentStatus, OutcomeStep
from participation.dialogues.facts import FEW, answered_on, facts_of, load_facts
from participation.models import DialoguePage, OutcomePage
from tests.factories import RIGHTS, DecisionFactory, DialogueFactory, FollowUpFactory, OutcomeFactory, ThemeFactory, day, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_a_dialogue_opens_with_its_first_phase_and_closes_with_its_last() -> None:
    page = DialogueFactory(phases=[("Två", 10, 20, RIGHTS), ("Ett", -5, 3, RIGHTS)])
    facts = facts_of(translated(page))
    assert (facts.opens_at, facts.closes_at, facts.cancelled, facts.has_follow_up) == (day(-5), day(21), False, False)


def test_a_draft_below_says_nothing_yet() -> None:
    page = DialogueFactory(closed=True)
    OutcomeFactory(dialogue=page, draft=True)
    FollowUpFactory(dialogue=page, draft=True)
    facts = facts_of(page)
    assert (facts.outcome_step, facts.answered_on, facts.has_follow_up, facts.has_open_commitment) == ("", None, False, False)


def test_an_outcome_tells_when_it_answered_and_when_the_last_decision_was_taken() -> None:
    page = DialogueFactory(closed=True)
    ThemeFactory.create_batch(3, dialogue=page)
    outcome = OutcomeFactory(dialogue=page)
    for item, offset in zip(outcome.items.all()[:2], (-9, -3), strict=True):
        item.decision = DecisionFactory(dialogue=page, date=clock.today() + timedelta(days=offset))
        item.save()
    facts = facts_of(page)
    assert (facts.outcome_step, facts.answered_on) == (OutcomeStep.DECIDED, clock.today())
    assert facts.decided_on == clock.today() - timedelta(days=3)


def test_an_answer_without_its_day_came_when_it_was_published_here() -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    outcome = OutcomePage(step=OutcomeStep.DECIDED, first_published_at=late)
    assert answered_on(outcome) == date(2026, 3, 2)
    outcome.step = OutcomeStep.SAID
    assert answered_on(outcome) is None, "what people said is no answer"


def test_open_commitments_are_due_and_kept_ones_are_settled() -> None:
    page = DialogueFactory(closed=True)
    follow_up = FollowUpFactory(dialogue=page, statuses=[CommitmentStatus.UNDER_WAY, CommitmentStatus.UNDER_WAY, CommitmentStatus.DONE])
    soon, late, done = follow_up.commitments.order_by("sort_order")
    for row, offset in ((soon, 5), (late, 50), (done, 1)):
        row.due_on = clock.today() + timedelta(days=offset)
        row.save()
    facts = facts_of(page)
    assert (facts.next_due_on, facts.last_due_on, facts.done_on) == (soon.due_on, late.due_on, clock.today())


def test_many_are_read_as_few_are_in_the_same_queries(count_queries: Any) -> None:
    for trait in ("closed", "answered", "in_follow_up", "concluded", "overdue"):
        DialogueFactory(**{trait: True})
    pages = list(DialoguePage.objects.canonical().prefetch_related("phases"))
    assert len(pages) > FEW
    alone = {path: loaded for page in pages for path, loaded in load_facts([page]).items()}
    assert load_facts(pages) == alone
    assert count_queries(lambda: load_facts(pages)) == count_queries(lambda: load_facts(pages[:FEW])) == 2
