"""Questions about activities: which phases open them, and where they stand at an instant."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from participation.choices import State
from participation.deadline import Deadline, deadline_of
from participation.registry import method_of


@dataclass(frozen=True)
class Standing:
    """Where an activity stands: upcoming, open, closed or cancelled, and until when; empty where no phase opens it."""

    state: State | None = None
    deadline: Deadline = field(default_factory=Deadline)

    @property
    def day(self) -> date | None:
        """The day that it opens, or is last open."""
        chance = self.deadline.now or self.deadline.then
        return (chance.last if self.is_open else chance.first) if chance else None

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_over(self) -> bool:
        """Nobody takes part in it any more."""
        return self.state in (State.CLOSED, State.CANCELLED)

    @property
    def chip(self) -> dict[str, Any]:
        """For the component `chip`."""
        return {"state": self.state.value, "words": self.deadline.words()} if self.state else {}


def phases_with(dialogue: Any, right: str, activity: Any = None) -> list[Any]:
    """The phases that open a right, in the order in which they open; of an activity tied to a phase, that one only."""
    key = getattr(activity, "phase_key", None)
    phases = [phase for phase in dialogue.canonical.phases.all() if right in phase.rights and key in (None, phase.translation_key)]
    return sorted(phases, key=lambda phase: phase.opens_at)


def phases_of(activity: Any, dialogue: Any) -> list[Any]:
    """The phases of a canonical dialogue that open something in a canonical activity, in the order in which they open."""
    phases = {phase.pk: phase for right in _rights_of(activity) for phase in phases_with(dialogue, right, activity)}
    return sorted(phases.values(), key=lambda phase: phase.opens_at)


def standing_of(activity: Any, at: datetime, dialogue: Any = None) -> Standing:
    """Where a canonical activity stands; pass its canonical dialogue where it is known."""
    page = dialogue or activity.dialogue
    if page.cancelled_on is not None:
        return Standing(State.CANCELLED)
    deadline = deadline_of(phases_of(activity, page), at, _rights_of(activity))
    if deadline.now:
        return Standing(State.OPEN, deadline)
    if deadline.then:
        return Standing(State.UPCOMING, deadline)
    return Standing(State.CLOSED, deadline) if deadline.closed_on else Standing()


def _rights_of(activity: Any) -> list[str]:
    method = method_of(activity)
    return [method.right(verb) for verb in method.rights] if method else []
