"""Until when people take part: the last day of what may be done now, with its verb, and what comes after."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from cms import clock
from cms.fields import start_of
from participation.deadline import Deadline, Span, deadline_of, last_day
from participation.dialogues.state import DialogueFacts
from tests.participation.methods.registering import registered

TODAY = date(2026, 12, 10)
COMMENT, SUPPORT, VOTE = "comments.comment", "comments.support", "poll.vote"


def midnight(offset: int) -> datetime:
    return start_of(TODAY + timedelta(days=offset))


def phase(first: int, last: int, *rights: str) -> Span:
    """A phase from one day to another, counted from today."""
    return Span(midnight(first), midnight(last + 1), rights)


def told(*phases: Span, language: str = "sv", rights: Any = None) -> tuple[str, str]:
    """What is said now, and what is said to come after."""
    at = midnight(0) + timedelta(hours=12)
    with clock.at(at), translation.override(language):
        deadline = deadline_of(phases, at, rights)
        return deadline.words(), deadline.words_after()


@pytest.mark.parametrize(
    ("phases", "now", "then"),
    [
        ([phase(-7, 9, COMMENT), phase(10, 16, SUPPORT)], "Skriv till och med 19 december", "sedan: håll med till 26 december"),
        ([phase(-7, 9, COMMENT, SUPPORT), phase(10, 16, SUPPORT)], "Skriv till och med 19 december", "sedan: håll med till 26 december"),
        ([phase(-7, 9, COMMENT, SUPPORT), phase(10, 16, COMMENT)], "Skriv till och med 26 december", ""),
        ([phase(-20, -1, COMMENT), phase(0, 16, SUPPORT)], "Håll med till och med 26 december", ""),
        ([phase(-7, 9, COMMENT, SUPPORT)], "Skriv till och med 19 december", ""),
        ([phase(-7, 9, VOTE)], "Rösta till och med 19 december", ""),
        ([phase(-7, 9, COMMENT), phase(-7, 3, VOTE)], "Rösta till och med 13 december", "sedan: skriv till 19 december"),
        ([phase(-7, 9, COMMENT), phase(20, 30, VOTE)], "Skriv till och med 19 december", "sedan: rösta från 30 december"),
        ([phase(-7, 9, COMMENT), phase(10, 16)], "Skriv till och med 19 december", "sedan: på andra sätt till 26 december"),
        ([phase(-7, 9)], "Öppen till och med 19 december", ""),
        ([phase(-7, 9, "gone.sing")], "Öppen till och med 19 december", ""),
        ([phase(-7, -3, COMMENT), phase(5, 9, COMMENT)], "Öppnar igen 15 december", ""),
        ([phase(3, 9, COMMENT)], "Öppnar 13 december", ""),
        ([phase(-9, -3, COMMENT)], "Stängde 7 december", ""),
        ([], "", ""),
    ],
)  # fmt: skip
def test_what_may_be_done_now_is_told_with_its_last_day_and_then_what_comes_after(phases: list[Span], now: str, then: str) -> None:
    assert told(*phases) == (now, then)
    assert told(*reversed(phases)) == (now, then)


def test_it_is_told_in_english_too() -> None:
    phases = [phase(-7, 9, COMMENT), phase(10, 16, SUPPORT)]
    assert told(*phases, language="en") == ("Write until 19 December", "then: support until 26 December")
    assert told(phase(-7, 9, VOTE), language="en")[0] == "Vote until 19 December"


def test_of_an_activity_only_its_own_rights_are_asked() -> None:
    phases = [phase(-7, 9, COMMENT, VOTE), phase(10, 16, COMMENT)]
    assert told(*phases, rights=[VOTE]) == ("Rösta till och med 19 december", "")
    assert told(*phases, rights=[]) == ("", "")


def test_a_method_names_the_verb_of_its_rights() -> None:
    with registered():
        assert told(phase(-7, 9, "test_shouting.shout")) == ("Ropa till och med 19 december", "")


def test_nothing_may_be_done_in_a_dialogue_that_is_cancelled_or_a_record() -> None:
    phases, at = (phase(-7, 9, COMMENT),), midnight(0)
    assert DialogueFacts(phases=phases).deadline(at).day == TODAY + timedelta(days=9)
    assert DialogueFacts(phases=phases, cancelled=True).deadline(at) == Deadline()
    assert DialogueFacts(phases=phases, is_record=True).deadline(at) == Deadline()


RIGHTS = st.lists(st.sampled_from([COMMENT, SUPPORT, VOTE]), unique=True)
PHASES = st.lists(
    st.builds(lambda first, length, rights: phase(first, first + length, *rights), st.integers(-20, 20), st.integers(0, 20), RIGHTS),
    max_size=4,
)


@given(phases=PHASES)
def test_something_may_be_done_exactly_while_a_phase_is_open_and_the_right_is_open_to_its_last_day(phases: list[Span]) -> None:
    at = midnight(0) + timedelta(hours=12)
    deadline = deadline_of(phases, at)
    assert bool(deadline.now) == any(phase.opens_at <= at < phase.closes_at for phase in phases)
    if deadline.now and deadline.now.right:
        instants = [at, timezone.localtime(deadline.now.closes_at) - timedelta(minutes=1)]
        for instant in instants:
            assert any(phase.opens_at <= instant < phase.closes_at and deadline.now.right in phase.rights for phase in phases)
        end = deadline.now.closes_at
        assert not any(phase.opens_at <= end < phase.closes_at and deadline.now.right in phase.rights for phase in phases)
    assert (deadline.closed_on is None) == any(phase.closes_at > at for phase in phases) or not phases


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 31)])
def test_the_last_day_is_the_one_before_the_midnight_whatever_the_clocks_do(day: date) -> None:
    assert last_day(start_of(day + timedelta(days=1))) == day
