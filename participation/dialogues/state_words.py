"""What a dialogue's pages say in each of its states: one table, so that every heading is in the tense of the state."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.templatetags.dates import short
from participation.choices import State
from participation.dialogues.queries import DialogueRow

CAN_INFLUENCE, COULD_INFLUENCE = gettext_lazy("What you can influence"), gettext_lazy("What you could influence")
IS_FIXED, WAS_FIXED = gettext_lazy("What is fixed"), gettext_lazy("What was fixed")
WE_PROMISE, WE_PROMISED = gettext_lazy("What we promise"), gettext_lazy("What we promised")
TAKE_PART_NOW = gettext_lazy("How you take part now")
CAN_TAKE_PART, COULD_TAKE_PART = gettext_lazy("When you can take part"), gettext_lazy("When you could take part")
WE_WILL_DO, WE_DO, WE_DID = gettext_lazy("What will be done"), gettext_lazy("What we are doing"), gettext_lazy("What was done")


@dataclass(frozen=True)
class StateWords:
    """The headings of a dialogue's pages in one state."""

    influence: Promise = COULD_INFLUENCE
    fixed: Promise = WAS_FIXED
    promise: Promise = WE_PROMISED
    taking_part: Promise = COULD_TAKE_PART
    commitments: Promise = WE_WILL_DO


WORDS = {
    State.UPCOMING: StateWords(CAN_INFLUENCE, IS_FIXED, WE_PROMISE, CAN_TAKE_PART),
    State.OPEN: StateWords(CAN_INFLUENCE, IS_FIXED, WE_PROMISE, TAKE_PART_NOW),
    State.CLOSED: StateWords(promise=WE_PROMISE),
    State.ANSWERED: StateWords(),
    State.IN_FOLLOW_UP: StateWords(commitments=WE_DO),
    State.CONCLUDED: StateWords(commitments=WE_DID),
    State.CANCELLED: StateWords(),
}


def words_of(row: DialogueRow) -> StateWords:
    """The headings of a dialogue as it stands now; between two phases nobody takes part "now"."""
    return WORDS[State.UPCOMING] if row.state == State.OPEN and row.deadline.now is None else WORDS[row.state]


def chip_words(row: DialogueRow) -> str:
    """The state with its day: "Write until 19 December", "Closed – answer by 15 May"; empty where the state's name says it all."""
    if row.state in (State.UPCOMING, State.OPEN):
        return row.deadline.words()
    if row.overdue:
        return ngettext("The answer is %(days)d day late", "The answer is %(days)d days late", row.days_late) % {"days": row.days_late}
    if row.state == State.CLOSED and row.facts.feedback_due_on:
        return _("Closed – answer by %(day)s") % {"day": short(row.facts.feedback_due_on)}
    if row.state == State.ANSWERED and row.facts.answered_on:
        return _("Answered %(day)s") % {"day": short(row.facts.answered_on)}
    return ""


def answer_words(row: DialogueRow) -> str:
    """The heading over the promise of an answer: "The answer comes by 15 May at the latest", "The answer came 12 April"."""
    due, came = row.facts.feedback_due_on, row.facts.answered_on
    if row.facts.is_answered and came:
        late = (came - due).days if due else 0
        if late > 0:
            sentence = ngettext("The answer came %(day)s, %(days)d day late", "The answer came %(day)s, %(days)d days late", late)
            return sentence % {"day": short(came), "days": late}
        return _("The answer came %(day)s") % {"day": short(came)}
    if due is None or row.facts.cancelled:
        return _("The answer")
    sentence = _("The answer was promised by %(day)s") if row.overdue else _("The answer comes by %(day)s at the latest")
    return sentence % {"day": short(due)}
