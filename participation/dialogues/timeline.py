"""The timeline of a dialogue: question, open, answer, decision, done; each station follows from facts and is worded in its own tense."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from cms.templatetags.dates import days_left, local_day, short
from participation.choices import OutcomeStep, State
from participation.dialogues.facts import facts_of
from participation.dialogues.state import DialogueFacts, state_of
from participation.dialogues.stations import CANCELLED, COMING, CURRENT, DONE, MISSED, Station, in_order_of_days
from participation.models import DialoguePage

ANSWERED_STATES = (State.ANSWERED, State.IN_FOLLOW_UP, State.CONCLUDED)

LABELS: dict[str, Promise] = {
    "question": pgettext_lazy("way", "Question"),
    "open": pgettext_lazy("way", "Open"),
    "answer": pgettext_lazy("way", "Answer"),
    "decision": pgettext_lazy("way", "Decision"),
    "done": pgettext_lazy("way", "To be done"),
}


def timeline_of(dialogue: DialoguePage, at: datetime) -> list[Station]:
    """The timeline of one dialogue. In lists, read the facts in bulk and ask `stations_of`."""
    return stations_of(facts_of(dialogue), at)


def stations_of(facts: DialogueFacts, at: datetime) -> list[Station]:
    """The stations: those behind in the order of their days, then those to come. A short record has none: nobody kept its dates."""
    if facts.is_record:
        return []
    if facts.cancelled:
        return _until_cancelled(facts)
    done = done_stations(facts, at)
    coming = [] if "done" in done else [name for name in LABELS if name not in done]  # what is concluded waits for nothing
    behind = [_described(Station(name, LABELS[name], DONE), facts, at) for name in LABELS if name in done]
    ahead = [_described(Station(name, LABELS[name], CURRENT if name == coming[0] else COMING), facts, at) for name in coming]
    return [*in_order_of_days(behind), *ahead]


def done_stations(facts: DialogueFacts, at: datetime) -> set[str]:
    """Which stations the dialogue has behind it."""
    state, today = state_of(facts, at), timezone.localtime(at).date()
    answered = state in ANSWERED_STATES
    decided = facts.decided_on is not None and facts.decided_on <= today
    behind = {
        "question": state != State.UPCOMING,
        "open": state not in (State.UPCOMING, State.OPEN),
        "answer": answered,
        "decision": decided or (answered and facts.decided_on is None and not facts.decision_needed),
        "done": state == State.CONCLUDED,
    }
    return {name for name, is_behind in behind.items() if is_behind}


def _described(station: Station, facts: DialogueFacts, at: datetime) -> Station:
    describe: dict[str, Callable[[Station, DialogueFacts, datetime], Station]] = {
        "question": _question,
        "open": _open,
        "answer": _answer,
        "decision": _decision,
        "done": _done,
    }
    return describe[station.name](station, facts, at)


def _question(station: Station, facts: DialogueFacts, at: datetime) -> Station:
    if station.status == DONE:
        return replace(station, date=local_day(facts.opens_at)) if facts.opens_at else station
    opens = facts.deadline(at).words()
    return replace(station, when=opens, phrase=opens)


def _open(station: Station, facts: DialogueFacts, at: datetime) -> Station:
    deadline = facts.deadline(at)
    if station.status == DONE:
        return replace(station, label=pgettext("way", "Closed"), date=deadline.closed_on)
    if station.status == CURRENT:
        note = ", ".join(filter(None, [days_left(deadline.day), deadline.words_after()]))
        return replace(station, when=deadline.words(), note=note, phrase=deadline.phrase())
    return station


def _answer(station: Station, facts: DialogueFacts, at: datetime) -> Station:
    if station.status == DONE:
        return replace(station, date=facts.answered_on)
    due, today = facts.feedback_due_on, timezone.localtime(at).date()
    if due is None:
        return station
    if station.status == CURRENT and due < today:
        return _late(station, due, today)
    station = replace(station, when=_("by %(day)s") % {"day": short(due)})
    if station.status == CURRENT and facts.outcome_step == OutcomeStep.SAID:
        return replace(station, note=_("what you said is gathered"))
    return station


def _decision(station: Station, facts: DialogueFacts, at: datetime) -> Station:
    if station.status == DONE:
        return replace(station, date=facts.decided_on) if facts.decided_on else replace(station, when=_("none was needed"))
    if facts.decided_on:
        return replace(station, when=_("planned for %(day)s") % {"day": short(facts.decided_on)})
    return replace(station, phrase=_("Waiting for a decision")) if station.status == CURRENT else station


def _done(station: Station, facts: DialogueFacts, at: datetime) -> Station:
    """The last station: it says that something is done only where something is."""
    if station.status == DONE:
        if facts.has_done:
            return replace(station, label=pgettext("way", "Done"), date=facts.done_on, note=_dropped(facts.dropped))
        label = pgettext("way", "Concluded")
        when = _("nothing was done") if facts.has_follow_up else _("nothing more follows")
        return replace(station, label=label, when=when, phrase=f"{label}, {when}")
    if not (facts.last_due_on and facts.next_due_on):
        return station
    if facts.is_under_way:
        station = replace(station, label=pgettext("way", "Being done"))
    today = timezone.localtime(at).date()
    if station.status == CURRENT and facts.next_due_on < today:
        late = _late(station, facts.next_due_on, today)
        return replace(late, phrase=f"{capfirst(late.when)}, {late.note}")
    return replace(station, when=_("by %(day)s") % {"day": short(facts.last_due_on)})


def _dropped(number: int) -> str:
    return ngettext("%(count)d commitment was dropped", "%(count)d commitments were dropped", number) % {"count": number} if number else ""


def _until_cancelled(facts: DialogueFacts) -> list[Station]:
    """The stations of a cancelled dialogue: what had been reached, and the end in words."""
    reached = []
    ended = facts.cancelled_on
    if ended and facts.opens_at and local_day(facts.opens_at) <= ended:
        reached.append(Station("question", LABELS["question"], DONE, date=local_day(facts.opens_at)))
        if facts.last_day and facts.last_day < ended:
            reached.append(Station("open", pgettext("way", "Closed"), DONE, date=facts.last_day))
    following = list(LABELS)[len(reached)]
    return [*reached, Station(following, pgettext("way", "Cancelled"), CANCELLED, date=ended)]


def _late(station: Station, due: date, today: date) -> Station:
    days = (today - due).days
    late = ngettext("%(days)d day late", "%(days)d days late", days) % {"days": days}
    return replace(station, status=MISSED, when=_("promised by %(day)s") % {"day": short(due)}, note=late)
