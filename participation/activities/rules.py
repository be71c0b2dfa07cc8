"""Questions about activities: which phases open them, and where they stand at an instant."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from participation.choices import State
from participation.registry import method_of


@dataclass(frozen=True)
class Standing:
    """Where an activity stands: upcoming, open, closed or cancelled, with the day that it opens or is last open; empty where no phase opens it."""

    state: State | None = None
    day: date | None = None

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
        return {"state": self.state.value, "date": self.day} if self.state else {}


def phases_with(dialogue: Any, right: str, activity: Any = None) -> list[Any]:
    """The phases that open a right, in the order in which they open; of an activity tied to a phase, that one only."""
    key = getattr(activity, "phase_key", None)
    phases = [phase for phase in dialogue.canonical.phases.all() if right in phase.rights and key in (None, phase.translation_key)]
    return sorted(phases, key=lambda phase: phase.opens_at)


def phases_of(activity: Any, dialogue: Any) -> list[Any]:
    """The phases of a canonical dialogue that open something in a canonical activity, in the order in which they open."""
    method = method_of(activity)
    rights = [method.right(verb) for verb in method.rights] if method else []
    phases = {phase.pk: phase for right in rights for phase in phases_with(dialogue, right, activity)}
    return sorted(phases.values(), key=lambda phase: phase.opens_at)


def standing_of(activity: Any, at: datetime, dialogue: Any = None) -> Standing:
    """Where a canonical activity stands; pass its canonical dialogue where it is known."""
    page = dialogue or activity.dialogue
    phases = phases_of(activity, page)
    if page.cancelled_on is not None:
        return Standing(State.CANCELLED)
    open_now = [phase for phase in phases if phase.is_open(at)]
    if open_now:
        return Standing(State.OPEN, max(phase.last_day for phase in open_now).date())
    coming = [phase for phase in phases if phase.opens_at > at]
    if coming:
        return Standing(State.UPCOMING, timezone.localtime(coming[0].opens_at).date())
    return Standing(State.CLOSED) if phases else Standing()
