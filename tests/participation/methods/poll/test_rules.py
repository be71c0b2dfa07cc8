"""Who may vote, for what, and when the result is public."""

from typing import Any

import pytest

from cms import clock
from participation.methods.poll.choices import ResultShown, Voters
from participation.methods.poll.rules import can_vote, shows_result
from tests.factories import DialogueFactory, after, before_phase, during
from tests.participation.methods.poll.polls import RIGHT, PollFactory

pytestmark = pytest.mark.django_db


def may(poll: Any, *, has_account: bool = False) -> bool:
    return bool(can_vote(poll, clock.now(), has_account=has_account))


def test_a_poll_is_open_while_its_phase_is(site_tree: Any) -> None:
    poll = PollFactory()
    phase = poll.dialogue.phases.get()
    for moment, allowed in ((before_phase, False), (during, True), (after, False)):
        with moment(phase):
            assert may(poll) is allowed


def test_two_polls_in_two_phases_are_open_one_after_the_other(site_tree: Any) -> None:
    dialogue = DialogueFactory(phases=[("Först", -7, 0, [RIGHT]), ("Sedan", 1, 14, [RIGHT])])
    first_phase, second_phase = dialogue.phases.all()
    first = PollFactory(dialogue=dialogue, phase_key=first_phase.translation_key)
    second = PollFactory(dialogue=dialogue, phase_key=second_phase.translation_key)
    both = PollFactory(dialogue=dialogue)
    with during(first_phase):
        assert [may(poll) for poll in (first, second, both)] == [True, False, True]
        assert "inte öppnat" in str(can_vote(second, clock.now(), has_account=False).reason)
    with during(second_phase):
        assert [may(poll) for poll in (first, second, both)] == [False, True, True]
    with after(second_phase):
        assert [may(poll) for poll in (first, second, both)] == [False, False, False]


def test_a_phase_that_is_gone_opens_nothing(site_tree: Any) -> None:
    poll = PollFactory(phase_key="00000000-0000-4000-8000-000000000001")
    assert not may(poll)


def test_an_unpublished_poll_takes_no_votes(site_tree: Any) -> None:
    assert not may(PollFactory(draft=True))


def test_where_an_account_is_needed_a_browser_is_told_to_log_in(site_tree: Any) -> None:
    poll = PollFactory(voters=Voters.ACCOUNTS)
    assert may(poll, has_account=True) and not may(poll)
    assert "Logga in" in str(can_vote(poll, clock.now(), has_account=False).reason)


def test_the_result_is_public_after_closing_or_at_once(site_tree: Any) -> None:
    later, at_once = PollFactory(), PollFactory(result_shown=ResultShown.AT_ONCE)
    assert not shows_result(later, clock.now()) and shows_result(at_once, clock.now())
    with after(later.dialogue.phases.get()):
        assert shows_result(later, clock.now())


def test_between_two_phases_the_result_is_not_told_yet(site_tree: Any) -> None:
    poll = PollFactory(phases=[("Först", -7, -2, [RIGHT]), ("Igen", 3, 14, [RIGHT])])
    assert not may(poll)
    assert not shows_result(poll, clock.now())
