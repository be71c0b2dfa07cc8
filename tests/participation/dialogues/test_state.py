"""The state of a dialogue follows from dates and facts by time alone; Python and SQL say the same."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cms import clock
from cms.fields import start_of
from participation.choices import CommitmentStatus, OutcomeStep, State
from participation.deadline import Span
from participation.dialogues.facts import facts_of
from participation.dialogues.queries import rows_for
from participation.dialogues.state import DialogueFacts, days_late, is_overdue, promise_verdict, state_of
from participation.models import Commitment, DialoguePage, FollowUpPage, OutcomePage, Phase
from tests.factories import (
    ContributionFactory,
    DialogueFactory,
    FollowUpFactory,
    OutcomeFactory,
    ThemeFactory,
    after,
    before_phase,
    during,
    translated,
)

pytestmark = pytest.mark.django_db


NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


DAYS = st.integers(-400, 400)


INSTANTS = st.datetimes(datetime(2025, 2, 1), datetime(2027, 4, 1)).map(lambda moment: moment.replace(tzinfo=UTC))


PHASES = st.lists(st.tuples(DAYS, st.integers(1, 90)), max_size=3)


STATUSES = st.lists(st.sampled_from(CommitmentStatus.values), max_size=3)


OUTCOMES = st.none() | st.tuples(st.sampled_from(OutcomeStep.values), st.booleans(), st.booleans())


FOLLOW_UPS = st.none() | st.tuples(st.booleans(), STATUSES)


def midnight(offset: int) -> datetime:
    return start_of(NOON.date() + timedelta(days=offset))


def set_facts(dialogue: DialoguePage, **facts: Any) -> None:
    """Write random facts into one dialogue's rows; an outcome is (step, live, nothing follows), a follow-up (live, statuses)."""
    DialoguePage.objects.filter(pk=dialogue.pk).update(
        cancelled_on=NOON.date() if facts["cancelled"] else None,
        is_record=facts["record"],
        feedback_due_on=None if facts["due"] is None else NOON.date() + timedelta(days=facts["due"]),
        announced_closes_at=None if facts["announced"] is None else midnight(facts["announced"]),
    )
    Phase.objects.filter(page=dialogue).delete()
    for first, length in facts["phases"]:
        Phase.objects.create(
            page=dialogue, name="Tyck till", opens_at=midnight(first), closes_at=midnight(first + length), locale=dialogue.locale
        )
    step, is_live, nothing_follows = facts["outcome"] or (OutcomeStep.SAID, False, False)
    OutcomePage.objects.child_of(dialogue).update(step=step, live=is_live, nothing_follows=nothing_follows)
    is_live, statuses = facts["follow_up"] or (False, [])
    FollowUpPage.objects.child_of(dialogue).update(live=is_live)
    Commitment.objects.all().delete()
    follow_up = FollowUpPage.objects.child_of(dialogue).get()
    for status in statuses:
        Commitment.objects.create(
            page=follow_up, what="Ett övergångsställe", who="Gatan", due_on=NOON, status=status, locale=dialogue.locale
        )


@pytest.fixture
def dialogue(site_tree: Any) -> DialoguePage:
    """A dialogue with an outcome and a follow-up, whose facts each example sets anew."""
    dialogue = DialogueFactory(closed=True)
    OutcomeFactory(dialogue=dialogue)
    FollowUpFactory(dialogue=dialogue)
    DialogueFactory(open=True)  # a neighbour, whose facts are its own
    return DialoguePage.objects.get(pk=dialogue.pk)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cancelled=st.booleans(),
    record=st.booleans(),
    due=st.none() | DAYS,
    announced=st.none() | DAYS,
    phases=PHASES,
    outcome=OUTCOMES,
    follow_up=FOLLOW_UPS,
    at=INSTANTS,
)
@example(
    cancelled=False,
    record=False,
    due=0,
    announced=None,
    phases=[(-20, 10)],
    outcome=("said", True, True),
    follow_up=(True, []),
    at=midnight(1),
)
def test_python_and_sql_say_the_same(dialogue: DialoguePage, at: datetime, **facts: Any) -> None:
    set_facts(dialogue, **facts)
    said = DialoguePage.objects.with_state(at).get(pk=dialogue.pk)
    row = rows_for([DialoguePage.objects.get(pk=dialogue.pk)], at)[0]
    assert said.state == row.state == state_of(facts_of(DialoguePage.objects.get(pk=dialogue.pk)), at)
    assert said.is_overdue == row.overdue
    assert said.is_extended == row.extended


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(phases=PHASES.filter(bool), edge=st.sampled_from([-1, 0, 1]), which=st.integers(0, 5))
def test_python_and_sql_agree_to_the_microsecond(dialogue: DialoguePage, phases: Any, edge: int, which: int) -> None:
    facts = {"cancelled": False, "record": False, "due": None, "announced": None, "outcome": None, "follow_up": None}
    set_facts(dialogue, phases=phases, **facts)
    edges = [moment for phase in Phase.objects.filter(page=dialogue) for moment in (phase.opens_at, phase.closes_at)]
    at = edges[which % len(edges)] + timedelta(microseconds=edge)
    assert DialoguePage.objects.with_state(at).get(pk=dialogue.pk).state == state_of(facts_of(dialogue), at)


@pytest.mark.parametrize("last_day", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 3, 31), date(2026, 10, 24), date(2026, 10, 25)])
def test_open_until_the_last_second_of_its_last_day_in_stockholm(last_day: date) -> None:
    """28-29 March and 24-25 October 2026: the clocks are changed between them."""
    stockholm = timezone.get_default_timezone()
    closes_at = start_of(last_day + timedelta(days=1))
    facts = DialogueFacts(phases=(Span(closes_at - timedelta(days=20), closes_at),))
    last_second = datetime(last_day.year, last_day.month, last_day.day, 23, 59, 59, tzinfo=stockholm)
    assert state_of(facts, last_second) == State.OPEN
    after_midnight = datetime.combine(last_day + timedelta(days=1), datetime.min.time(), tzinfo=stockholm)
    assert state_of(facts, after_midnight) == State.CLOSED


def test_a_dialogue_stays_open_in_the_gap_between_two_phases(site_tree: Any) -> None:
    gap = DialogueFactory(phases=[("Tyck till", -20, -10, []), ("Provtryck", 10, 20, [])])
    assert state_of(facts_of(gap), clock.now()) == State.OPEN


def test_time_alone_opens_and_closes(site_tree: Any) -> None:
    dialogue = DialogueFactory(upcoming=True)
    phase = dialogue.phases.get()
    states = []
    for moment in (before_phase, during, after):
        with moment(phase):
            states.append(DialoguePage.objects.with_state(clock.now()).get(pk=dialogue.pk).state)
    assert states == [State.UPCOMING, State.OPEN, State.CLOSED]


@pytest.mark.parametrize(
    ("step", "is_live", "state"),
    [("said", True, State.CLOSED), ("decided", True, State.ANSWERED), ("done", True, State.ANSWERED), ("decided", False, State.CLOSED)],
)
def test_what_people_said_is_no_answer_yet(site_tree: Any, step: str, is_live: bool, state: State) -> None:
    dialogue = DialogueFactory(closed=True)
    OutcomeFactory(dialogue=dialogue, step=step, live=is_live)
    assert state_of(facts_of(dialogue), clock.now()) == state


def test_concluded_when_the_outcome_says_that_nothing_follows(site_tree: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    OutcomeFactory(dialogue=dialogue, nothing_follows=True)
    assert state_of(facts_of(dialogue), clock.now()) == State.CONCLUDED


def test_a_changed_commitment_is_still_open(site_tree: Any) -> None:
    dialogue = DialogueFactory(answered=True)
    FollowUpFactory(dialogue=dialogue, statuses=[CommitmentStatus.DONE, CommitmentStatus.CHANGED])
    assert state_of(facts_of(dialogue), clock.now()) == State.IN_FOLLOW_UP


def test_a_promise_is_late_from_the_day_after() -> None:
    due = date(2026, 3, 31)
    on_the_day, day_after = start_of(due) + timedelta(hours=23, minutes=59), start_of(due + timedelta(days=1))
    assert not is_overdue(State.CLOSED, due, on_the_day)
    assert is_overdue(State.CLOSED, due, day_after)
    assert (days_late(due, on_the_day), days_late(due, day_after)) == (0, 1)
    assert not is_overdue(State.ANSWERED, due, day_after)


def test_a_translation_has_the_state_of_its_canonical_page(site_tree: Any) -> None:
    dialogue = DialogueFactory(overdue=True)
    assert facts_of(translated(dialogue)) == facts_of(dialogue)


def test_facts_of_many_are_read_with_one_number_of_queries(site_tree: Any, count_queries: Any) -> None:
    def read() -> Any:
        return rows_for(DialoguePage.objects.prefetch_related("phases"), clock.now())

    DialogueFactory.create_batch(2, in_follow_up=True)
    few = count_queries(read)
    DialogueFactory.create_batch(5, in_follow_up=True)
    assert count_queries(read) == few


DUE = date(2026, 3, 10)


CLOSED = {"phases": (Span(start_of(date(2026, 2, 1)), start_of(date(2026, 3, 1))),), "feedback_due_on": DUE}


ANSWERED = {**CLOSED, "outcome_step": "decided"}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({**ANSWERED, "answered_on": DUE}, "kept"),
        ({**ANSWERED, "answered_on": DUE + timedelta(days=1)}, "late"),
        ({**CLOSED, "outcome_step": "said"}, "overdue"),
        ({**CLOSED, "feedback_due_on": date(2026, 3, 20)}, "waiting"),
        ({**CLOSED, "feedback_due_on": None}, None),
        ({**ANSWERED, "answered_on": DUE, "cancelled": True}, None),
        ({**ANSWERED, "answered_on": DUE, "is_record": True}, None),
    ],
)
def test_a_promise_is_kept_by_an_answer_in_time(facts: dict[str, Any], verdict: str | None) -> None:
    at = start_of(date(2026, 3, 12))
    assert promise_verdict(DialogueFacts(**facts), at) == verdict


def test_the_day_of_the_answer_is_the_first_on_which_a_decision_was_published(site_tree: Any, cecilia: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    ThemeFactory(dialogue=dialogue, contributions=[ContributionFactory(dialogue=dialogue)])
    outcome = OutcomeFactory(dialogue=dialogue, step=OutcomeStep.SAID, decision_needed=False, nothing_follows=True)

    def publish(step: str, days: int) -> date | None:
        with clock.at(clock.now() + timedelta(days=days)):
            page = OutcomePage.objects.get(pk=outcome.pk)
            page.step = step
            page.save_revision().publish(user=cecilia)
            return OutcomePage.objects.get(pk=outcome.pk).answered_on

    today = clock.today()
    assert publish(OutcomeStep.SAID, 1) is None
    assert publish(OutcomeStep.DECIDED, 3) == today + timedelta(days=3)
    assert publish(OutcomeStep.DONE, 9) == today + timedelta(days=3), "a later publication does not move it"
    assert publish(OutcomeStep.SAID, 10) is None, "taken back"
