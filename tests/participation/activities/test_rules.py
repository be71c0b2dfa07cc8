"""Where an activity stands, and that what people give in it waits for its own phase."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from cms import clock
from participation.activities.rules import standing_of
from participation.choices import State
from participation.contributions.actions import ContributionRefused, post_contribution
from tests.factories import DialogueFactory, ParticipantFactory, after, before_phase, during
from tests.participation.methods.poll.polls import RIGHT, PollFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_it_is_upcoming_open_and_closed_with_its_days() -> None:
    poll = PollFactory()
    phase = poll.dialogue.phases.get()
    with before_phase(phase):
        standing = standing_of(poll, clock.now())
        assert (standing.state, standing.day) == (State.UPCOMING, clock.today() + timedelta(days=1))
    with during(phase):
        standing = standing_of(poll, clock.now())
        assert standing.is_open and standing.day == phase.last_day
    with after(phase):
        assert standing_of(poll, clock.now()).is_over


def test_between_two_phases_it_opens_again() -> None:
    poll = PollFactory(phases=[("Först", -7, -2, [RIGHT]), ("Igen", 3, 14, [RIGHT])])
    standing = standing_of(poll, clock.now())
    assert (standing.state, standing.day) == (State.UPCOMING, clock.today() + timedelta(days=3))


def test_tied_to_a_phase_it_closes_with_that_one() -> None:
    dialogue = DialogueFactory(phases=[("Först", -7, -2, [RIGHT]), ("Sedan", -1, 14, [RIGHT])])
    poll = PollFactory(dialogue=dialogue, phase_key=dialogue.phases.first().translation_key)
    assert standing_of(poll, clock.now()).state == State.CLOSED


def test_where_no_phase_opens_it_it_stands_nowhere() -> None:
    poll = PollFactory(phases=[("Tyck till", -7, 14, [])])
    assert standing_of(poll, clock.now()).state is None


def test_a_cancelled_dialogue_takes_it_along() -> None:
    poll = PollFactory(dialogue=DialogueFactory(cancelled=True, phases=[("Rösta", -7, 14, [RIGHT])]))
    assert standing_of(poll, clock.now()).state == State.CANCELLED


def give(poll: Any) -> Any:
    return post_contribution(
        dialogue=poll.dialogue,
        activity=poll,
        method="poll",
        verb="vote",
        text="Gungor, tack.",
        author_name="Astrid",
        participant=ParticipantFactory(),
        language="sv",
        idempotency_key=uuid4(),
    )


def test_what_is_given_in_an_activity_waits_for_its_phase() -> None:
    """The rule that a contribution asks is the same that a vote asks."""
    dialogue = DialogueFactory(phases=[("Först", -7, -2, [RIGHT]), ("Sedan", -1, 14, [RIGHT])])
    first, second = (PollFactory(dialogue=dialogue, phase_key=phase.translation_key) for phase in dialogue.phases.all())
    assert give(second).phase_key == second.phase_key
    with pytest.raises(ContributionRefused, match="stängt"):
        give(first)
    second.unpublish()
    with pytest.raises(ContributionRefused, match="inte längre publicerat"):
        give(second)
