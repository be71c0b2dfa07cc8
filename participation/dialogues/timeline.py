"""The timeline of a dialogue: question, open, answer, decision, done; each station follows from facts."""

from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from cms.templatetags.dates import days_left, local_day, short
from participation.choices import OutcomeStep, State
from participation.dialogues.facts import facts_of
from participation.dialogues.state import DialogueFacts, state_of
from participation.dialogues.stations import CANCELLED, COMING, CURRENT, DONE, MISSED, Station, last_day
from participation.models import DialoguePage

ANSWERED_STATES = (State.ANSWERED, State.IN_FOLLOW_UP, State.CONCLUDED)

LABELS: dict[str, Promise] = {
    "question": pgettext_lazy("way", "Question"),
    "open": pgettext_lazy("way", "Open"),
    "answer": pgettext_lazy("way", "Answer"),
    "decision": pgettext_lazy("way", "Decision"),
    "done": pgettext_lazy("way", "Done"),
}


def timeline_of(dialogue: DialoguePage, at: datetime) -> list[Station]:
    """The timeline of one dialogue. In lists, read the facts in bulk and ask `stations_of`."""
    return stations_of(facts_of(dialogue), at)


def stations_of(facts: DialogueFacts, at: datetime) -> list[Station]:
    """The stations, in order. A short record has none: nobody kept its dates."""
    if facts.is_record:
        return []
    if facts.cancelled:
        return _until_cancelled(facts)
    state = state_of(facts, at)
    done = done_stations(facts, state)
    here = next((name for name in LABELS if name not in done), None) if state != State.CONCLUDED else None
    return [_station(name, facts, at, done=name in done, here=name == here) for name in LABELS]


def done_stations(facts: DialogueFacts, state: State) -> set[str]:
    """Which stations the dialogue has behind it."""
    answered = state in ANSWERED_STATES
    behind = {
        "question": state != State.UPCOMING,
        "open": state not in (State.UPCOMING, State.OPEN),
        "answer": answered,
        "decision": answered and (facts.decided_on is not None or not facts.decision_needed),
        "done": state == State.CONCLUDED,
    }
    return {name for name, is_behind in behind.items() if is_behind}


def _station(name: str, facts: DialogueFacts, at: datetime, *, done: bool, here: bool) -> Station:
    station = Station(name, LABELS[name], DONE if done else CURRENT if here else COMING)
    describe = {"question": _question, "open": _open, "answer": _answer, "decision": _decision, "done": _done}[name]
    return describe(station, facts, timezone.localtime(at).date())


def _question(station: Station, facts: DialogueFacts, today: date) -> Station:
    return replace(station, date=local_day(facts.opens_at)) if facts.opens_at else station


def _open(station: Station, facts: DialogueFacts, today: date) -> Station:
    if facts.closes_at is None:
        return station
    last = last_day(facts.closes_at)
    if station.status == DONE:
        return replace(station, date=last)
    note = days_left(last) if station.status == CURRENT else ""
    return replace(station, when=_("until %(day)s") % {"day": short(last)}, note=note)


def _answer(station: Station, facts: DialogueFacts, today: date) -> Station:
    if station.status == DONE:
        return replace(station, date=facts.answered_on)
    due = facts.feedback_due_on
    if due is None:
        return station
    station = replace(station, when=_("by %(day)s") % {"day": short(due)})
    if station.status == CURRENT and due < today:
        return replace(station, status=MISSED, when=_("promised by %(day)s") % {"day": short(due)}, note=_late(due, today))
    if station.status == CURRENT and facts.outcome_step == OutcomeStep.SAID:
        return replace(station, note=_("what you said is gathered"))
    return station


def _decision(station: Station, facts: DialogueFacts, today: date) -> Station:
    if station.status != DONE:
        return station
    if facts.decided_on:
        return replace(station, date=facts.decided_on)
    return replace(station, when=_("none was needed"))


def _done(station: Station, facts: DialogueFacts, today: date) -> Station:
    if station.status == DONE:
        if facts.has_follow_up:
            return replace(station, date=facts.settled_on)
        return replace(station, when=_("nothing more follows"))
    if not (facts.has_follow_up and facts.last_due_on and facts.next_due_on):
        return station
    station = replace(station, when=_("by %(day)s") % {"day": short(facts.last_due_on)})
    if station.status == CURRENT and facts.next_due_on < today:
        promised = _("promised by %(day)s") % {"day": short(facts.next_due_on)}
        return replace(station, status=MISSED, when=promised, note=_late(facts.next_due_on, today))
    return station


def _until_cancelled(facts: DialogueFacts) -> list[Station]:
    """The stations of a cancelled dialogue: what had been reached, and the end in words."""
    reached = []
    ended = facts.cancelled_on
    if ended and facts.opens_at and local_day(facts.opens_at) <= ended:
        reached.append(Station("question", LABELS["question"], DONE, date=local_day(facts.opens_at)))
        if facts.closes_at and last_day(facts.closes_at) < ended:
            reached.append(Station("open", LABELS["open"], DONE, date=last_day(facts.closes_at)))
    following = list(LABELS)[len(reached)]
    return [*reached, Station(following, LABELS[following], CANCELLED, date=ended)]


def _late(due: date, today: date) -> str:
    days = (today - due).days
    return ngettext("%(days)d day late", "%(days)d days late", days) % {"days": days}
