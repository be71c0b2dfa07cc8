"""What the page on how a dialogue goes shows: an example that the timeline itself draws, each station told, and its signs."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from cms import clock
from cms.fields import start_of
from participation.choices import OutcomeStep
from participation.deadline import Span
from participation.dialogues.state import DialogueFacts
from participation.dialogues.stations import CANCELLED, COMING, CURRENT, DONE, MISSED, Station
from participation.dialogues.timeline import LABELS, stations_of


def how_it_goes_context() -> dict[str, Any]:
    """The variables of `participation/dialogues/how_it_goes.html`."""
    return {
        "stations": stations_of(_example(clock.today()), clock.now()),
        "told": [{"name": name, "label": LABELS[name], "text": text} for name, text in _told().items()],
        "signs": _signs(),
    }


def _example(today: date) -> DialogueFacts:
    """An invented dialogue: people wrote, a committee decided, the answer came, and now it is being built."""

    def day(offset: int) -> date:
        return today + timedelta(days=offset)

    return DialogueFacts(
        phases=(Span(start_of(day(-80)), start_of(day(-45))),),
        outcome_step=OutcomeStep.DECIDED,
        has_follow_up=True,
        has_open_commitment=True,
        feedback_due_on=day(-7),
        decided_on=day(-20),
        answered_on=day(-12),
        is_under_way=True,
        next_due_on=day(75),
        last_due_on=day(75),
    )


def _told() -> dict[str, str]:
    return {
        "question": _(
            "We ask a question that is not settled. We say what you can influence, what is fixed, and the day by which you have an answer."
        ),
        "open": _("You write, agree with others or vote, without an account. The day on the way is the last day of what you can do now."),
        "answer": _("We gather all that was said into themes and answer each of them: what it changed, or why it did not."),
        "decision": _(
            "Some questions are decided by a committee. Then you can read the decision. It may come before the answer, and where none was needed the way"
            " says so."
        ),
        "done": _("What we promised to do stands with its day: “To be done”, then “Being done”, and “Done” only when it is."),
    }


def _signs() -> list[Station]:
    words = {
        DONE: _("Filled: it has happened, on the day that stands there."),
        CURRENT: _("A ring: this is where the dialogue is now."),
        COMING: _("Empty: it is to come, by the day that we promised."),
        MISSED: _("A red ring: the day has passed and it has not happened."),
        CANCELLED: _("A red line: the dialogue was cancelled, and why stands on its page."),
    }
    return [Station(status, label, status) for status, label in words.items()]
