"""The timeline: which stations are behind a dialogue follows from facts, and each says its day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone, translation
from django.utils.translation import pgettext
from hypothesis import given, settings
from hypothesis import strategies as st

from cms import clock
from participation.choices import OutcomeStep, State
from participation.deadline import Span
from participation.dialogues.state import DialogueFacts, state_of
from participation.dialogues.stations import Station
from participation.dialogues.timeline import stations_of, timeline_of
from participation.models import Commitment, DialoguePage, OutcomeItem, OutcomePage
from tests.factories import DecisionFactory, DialogueFactory, OutcomeFactory, ThemeFactory

pytestmark = pytest.mark.django_db

NAMES = ["question", "open", "answer", "decision", "done"]
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
DATES = st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 31))
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))


@st.composite
def random_facts(draw: Any) -> DialogueFacts:
    """Facts as rows can have them."""
    opens_at = draw(st.none() | INSTANTS)
    has_follow_up, has_open = draw(st.booleans()), draw(st.booleans())
    due = sorted(draw(st.lists(st.dates(date(2025, 1, 1), date(2027, 12, 31)), min_size=2, max_size=2)))
    outcome_step = draw(st.sampled_from(["", *OutcomeStep.values]))
    return DialogueFacts(
        cancelled_on=draw(DATES) if (cancelled := draw(st.booleans())) else None,
        cancelled=cancelled,
        is_record=draw(st.booleans()),
        phases=(Span(opens_at, opens_at + timedelta(days=draw(st.integers(1, 90)))),) if opens_at else (),
        outcome_step=outcome_step,
        nothing_follows=draw(st.booleans()),
        has_follow_up=has_follow_up,
        has_open_commitment=has_follow_up and has_open,
        feedback_due_on=draw(DATES),
        answered_on=draw(DATES) if outcome_step in (OutcomeStep.DECIDED, OutcomeStep.DONE) else None,
        decision_needed=draw(st.booleans()),
        decided_on=draw(DATES) if outcome_step else None,
        next_due_on=due[0] if has_follow_up and has_open else None,
        last_due_on=due[1] if has_follow_up and has_open else None,
        has_done=has_follow_up and draw(st.booleans()),
        done_on=draw(DATES),
    )


@settings(max_examples=150)
@given(facts=random_facts(), at=INSTANTS)
def test_done_stations_follow_from_facts(facts: DialogueFacts, at: datetime) -> None:
    with clock.at(at):
        stations = stations_of(facts, at)
    if facts.is_record and not facts.cancelled:
        assert stations == []
        return
    statuses = {station.name: station.status for station in stations}
    if facts.cancelled:
        assert [*statuses.values()][-1:] == ([] if facts.is_record else ["cancelled"])
        assert set([*statuses.values()][:-1]) <= {"done"}
        return
    state = state_of(facts, at)
    answered = state in (State.ANSWERED, State.IN_FOLLOW_UP, State.CONCLUDED)
    decided = facts.decided_on is not None and facts.decided_on <= timezone.localtime(at).date()
    assert set(statuses) | ({"decision"} if state == State.CONCLUDED else set()) == set(NAMES)
    assert (statuses["question"] == "done") == bool(facts.opens_at and at >= facts.opens_at)
    assert (statuses["open"] == "done") == bool(facts.closes_at and at >= facts.closes_at)
    assert (statuses["answer"] == "done") == answered
    assert (statuses.get("decision") == "done") == (decided or (answered and not facts.decided_on and not facts.decision_needed))
    assert (statuses["done"] == "done") == (state == State.CONCLUDED)
    days = [station.date for station in stations if station.status == "done" and station.date]
    assert days == sorted(days), "what has happened stands in the order in which it happened"
    assert (pgettext("way", "Done") in {str(station.label) for station in stations}) == (state == State.CONCLUDED and facts.has_done)


@settings(max_examples=150)
@given(facts=random_facts(), at=INSTANTS)
def test_a_way_has_one_place_where_it_is_now(facts: DialogueFacts, at: datetime) -> None:
    with clock.at(at):
        stations = stations_of(facts, at)
    here = [station for station in stations if station.status in ("current", "missed", "cancelled")]
    if not stations or (not facts.cancelled and state_of(facts, at) == State.CONCLUDED):
        assert here == []
    else:
        assert len(here) == 1
        assert all(station.status == "done" for station in stations[: stations.index(here[0])])


def way(**facts: Any) -> dict[str, Station]:
    with clock.at(NOW), translation.override("en"):
        return {station.name: station for station in stations_of(DialogueFacts(**facts), NOW)}


def told(name: str, **facts: Any) -> str:
    """What a station says where it stands alone."""
    with clock.at(NOW), translation.override("en"):
        return {station.name: station for station in stations_of(DialogueFacts(**facts), NOW)}[name].in_words


def at_midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))


def span(first: date, end: date, *rights: str) -> Span:
    return Span(at_midnight(first), at_midnight(end), rights)


OPEN = {"phases": (span(date(2026, 3, 1), date(2026, 4, 1)),), "feedback_due_on": date(2026, 5, 15)}
CLOSED = {**OPEN, "phases": (span(date(2026, 3, 1), date(2026, 3, 6)),)}


def test_an_open_dialogue_says_how_long_and_what_is_promised() -> None:
    stations = way(**OPEN)
    assert (stations["question"].status, stations["question"].date) == ("done", date(2026, 3, 1))
    assert (stations["open"].status, stations["open"].when, stations["open"].note) == ("current", "Open until 31 March", "21 days left")
    assert (stations["answer"].status, stations["answer"].when) == ("coming", "by 15 May")


def test_an_upcoming_dialogue_says_when_it_opens() -> None:
    stations = way(phases=(span(date(2026, 4, 1), date(2026, 5, 1)),))
    assert (stations["question"].status, stations["question"].when) == ("current", "Opens 1 April")


def test_what_may_be_done_now_stands_first_and_what_comes_after_beside_it() -> None:
    phases = (span(date(2026, 3, 1), date(2026, 4, 1), "comments.comment"), span(date(2026, 4, 1), date(2026, 4, 8), "comments.support"))
    here = way(phases=phases)["open"]
    assert here.when == "Write until 31 March"
    assert told("open", phases=phases) == "Write until 31 March, then: support until 7 April"
    assert here.note == "21 days left, then: support until 7 April"


def test_when_it_has_closed_it_says_so_in_the_past() -> None:
    behind = way(**CLOSED)["open"]
    assert (behind.status, behind.label, behind.date) == ("done", "Closed", date(2026, 3, 5))
    assert told("open", **CLOSED) == "Closed 5 March"


def test_a_decision_that_came_before_the_answer_stands_before_it() -> None:
    answered = {**CLOSED, "outcome_step": "decided", "answered_on": date(2026, 3, 9)}
    assert [*way(**answered, decided_on=date(2026, 3, 7))] == ["question", "open", "decision", "answer", "done"]
    assert [*way(**answered, decided_on=date(2026, 3, 10))] == NAMES
    before_the_answer = way(**CLOSED, decided_on=date(2026, 3, 9))
    assert [*before_the_answer] == ["question", "open", "decision", "answer", "done"]
    assert before_the_answer["answer"].status == "current"
    assert way(**CLOSED, decided_on=date(2026, 3, 11))["decision"].when == "planned for 11 March", "a day to come is not lit"


DONE = {**CLOSED, "outcome_step": "decided", "answered_on": date(2026, 3, 6), "decision_needed": False}
FOLLOWED = {**DONE, "has_follow_up": True, "has_open_commitment": True, "next_due_on": date(2026, 8, 1), "last_due_on": date(2026, 9, 1)}


@pytest.mark.parametrize(
    ("facts", "status", "words"),
    [
        (CLOSED, "coming", "To be done"),
        (DONE, "current", "To be done"),
        (FOLLOWED, "current", "To be done by 1 September"),
        ({**FOLLOWED, "is_under_way": True}, "current", "Being done by 1 September"),
        ({**FOLLOWED, "next_due_on": date(2026, 3, 9)}, "missed", "Promised by 9 March, 1 day late"),
        ({**DONE, "has_follow_up": True, "has_done": True, "done_on": date(2026, 3, 9)}, "done", "Done 9 March"),
        ({**DONE, "has_follow_up": True, "has_done": True, "done_on": date(2026, 3, 9), "dropped": 1}, "done", "Done 9 March"),
        ({**DONE, "has_follow_up": True, "dropped": 2}, "done", "Concluded, nothing was done"),
        ({**DONE, "nothing_follows": True}, "done", "Concluded, nothing more follows"),
    ],
)  # fmt: skip
def test_the_last_station_says_that_something_is_done_only_where_it_is(facts: dict[str, Any], status: str, words: str) -> None:
    assert (way(**facts)["done"].status, told("done", **facts)) == (status, words)


def test_a_late_answer_says_so_in_words() -> None:
    answer = way(**{**CLOSED, "feedback_due_on": date(2026, 3, 7)})["answer"]
    assert (answer.status, answer.when, answer.note) == ("missed", "promised by 7 March", "3 days late")


def test_what_was_said_is_noted_while_the_answer_is_awaited() -> None:
    answer = way(**CLOSED, outcome_step="said")["answer"]
    assert (answer.status, answer.note) == ("current", "what you said is gathered")


def test_a_decision_that_was_not_needed_counts_as_passed() -> None:
    answered = {**CLOSED, "outcome_step": "decided", "answered_on": date(2026, 3, 9)}
    assert way(**answered, decision_needed=False)["decision"].when == "none was needed"
    assert way(**answered)["decision"].status == "current"
    assert way(**answered, decided_on=date(2026, 3, 8))["decision"].date == date(2026, 3, 8)


def test_a_late_commitment_is_a_missed_station() -> None:
    facts = {**CLOSED, "outcome_step": "decided", "decision_needed": False, "has_follow_up": True, "has_open_commitment": True}
    done = way(**facts, next_due_on=date(2026, 3, 9), last_due_on=date(2026, 9, 1))["done"]
    assert (done.status, done.when, done.note) == ("missed", "promised by 9 March", "1 day late")
    done = way(**facts, next_due_on=date(2026, 8, 1), last_due_on=date(2026, 9, 1))["done"]
    assert (done.status, done.when) == ("current", "by 1 September")


def test_cancelling_ends_the_line() -> None:
    stations = way(**OPEN, cancelled=True, cancelled_on=date(2026, 3, 9))
    assert [(station.name, station.status) for station in stations.values()] == [("question", "done"), ("open", "cancelled")]
    assert stations["open"].date == date(2026, 3, 9)
    assert [*way(**OPEN, cancelled=True, cancelled_on=date(2026, 2, 1))] == ["question"]


def test_a_short_record_has_no_way(site_tree: Any) -> None:
    assert timeline_of(DialogueFactory(record=True), clock.now()) == []


def test_the_way_of_a_whole_dialogue(site_tree: Any) -> None:
    dialogue = DialogueFactory(concluded=True)
    theme = ThemeFactory(dialogue=dialogue)
    decision = DecisionFactory(dialogue=dialogue, date=clock.today() - timedelta(days=30))
    outcome = OutcomePage.objects.get()
    OutcomeItem.objects.create(page=outcome, theme=theme, heading=theme.title, decision=decision, locale=outcome.locale)
    assert [station.status for station in timeline_of(dialogue, clock.now())] == ["done"] * 5
    days = {station.name: station.date for station in timeline_of(dialogue, clock.now())}
    assert days["answer"] == outcome.answered_on
    assert days["decision"] == decision.date
    assert days["done"] == Commitment.objects.get(page__path__startswith=dialogue.path).status_on


def test_an_outcome_without_a_stored_day_was_answered_when_it_was_published(site_tree: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    published = clock.now() - timedelta(days=3)
    OutcomeFactory(dialogue=dialogue, answered_on=None, first_published_at=published)
    answer = timeline_of(DialoguePage.objects.get(pk=dialogue.pk), clock.now())[2]
    assert (answer.status, answer.date) == ("done", timezone.localtime(published).date())
