"""The data classes of example content, with days counted from the day of loading.

`{day+6}` in a text becomes that day, written out in the text's language; `{workday+6}` is the Friday before it on a weekend.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Day = int | date

COMMENT, SUPPORT, VOTE = "comments.comment", "comments.support", "poll.vote"


@dataclass(frozen=True)
class Span:
    """A phase: its first and last day, and what it opens."""

    name: str
    first: int
    last: int
    rights: tuple[str, ...] = (COMMENT, SUPPORT)


@dataclass(frozen=True)
class Step:
    """A step of the mandate."""

    kind: str
    day: Day
    title: str
    body: str = ""
    paragraph: str = ""
    number: str = ""


@dataclass(frozen=True)
class Way:
    """Another way to take part."""

    name: str
    phone: str = ""
    address: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Paper:
    """A document; its `text` becomes a small file, or it is a link."""

    kind: str
    title: str
    day: int
    text: str = ""
    link: str = ""


@dataclass(frozen=True)
class News:
    """A dated update."""

    day: int
    text: str


@dataclass(frozen=True)
class Voice:
    """What somebody wrote, and what became of it.

    `by` names an account where an account wrote it; `official` is an account that answers for its
    administration. `themes` and `no_answer` sort it; `pending`, `hidden`, `withdrawn` and `reported` say the rest;
    `asks_again` holds the words of a request to look again, `proposed` the reason for which the editor wants it hidden.
    """

    author: str
    text: str
    supports: int = 0
    replies: tuple["Voice", ...] = ()
    themes: tuple[str, ...] = ()
    no_answer: str = ""
    by: str = ""
    official: str = ""
    language: str = "sv"
    pending: bool = False
    hidden: str = ""
    note: str = ""
    withdrawn: bool = False
    reported: str = ""
    report_details: str = ""
    asks_again: str = ""
    proposed: str = ""


@dataclass(frozen=True)
class ThemeWords:
    """A theme and what was said under it."""

    key: str
    title: str
    summary: str


@dataclass(frozen=True)
class Ruling:
    """An invented political decision."""

    key: str
    body: str
    day: int
    paragraph: str
    number: str
    text: str


@dataclass(frozen=True)
class Reply:
    """The answer to a theme."""

    theme: str
    answer: str
    reason: str
    reason_kind: str = ""
    ruling: str = ""


@dataclass(frozen=True)
class OutcomeWords:
    """An outcome: its answers, and the days on which it reached its steps."""

    introduction: str
    steps: tuple[tuple[str, int], ...]
    answers: tuple[Reply, ...]
    in_one_sentence: str = ""
    closing: str = ""
    decision_needed: bool = True
    nothing_follows: bool = False
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True)
class Turn:
    """A commitment's status from a day on."""

    day: int
    status: str
    note: str = ""
    due: int | None = None


@dataclass(frozen=True)
class Shot:
    """A picture of what was promised: its drawing, the day on which it was taken, and what it shows."""

    drawing: str
    day: int
    description: str


@dataclass(frozen=True)
class Undertaking:
    """A commitment with the day it was first promised for, its history, and pictures of it before and after."""

    what: str
    who: str
    due: int
    theme: str = ""
    turns: tuple[Turn, ...] = ()
    before: Shot | None = None
    after: Shot | None = None

    @property
    def shots(self) -> tuple[Shot, ...]:
        """The pictures there are."""
        return tuple(shot for shot in (self.before, self.after) if shot)


@dataclass(frozen=True)
class FollowUpWords:
    """A follow-up: first published on a day."""

    introduction: str
    day: int
    commitments: tuple[Undertaking, ...]


@dataclass(frozen=True)
class Extension:
    """The last day of the first phase as it was announced, and the day on which it was moved."""

    announced_last: int
    on: int


@dataclass(frozen=True)
class Example:
    """One dialogue."""

    slug: str
    title: str
    administration: str
    editor: str
    published: int
    question: str = ""
    introduction: str = ""
    kind: str = "citizens"
    level: str = "consult"
    open_to_influence: str = ""
    fixed_conditions: str = ""
    background: str = ""
    easy_read: str = ""
    picture: str = ""
    picture_description: str = ""
    target_groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    concerns_children: str = "no"
    mandate: tuple[Step, ...] = ()
    no_mandate_reason: str = ""
    body: str = ""
    partners: tuple[str, ...] = ()
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    contact_address: str = ""
    due: int | None = None
    feedback_form: str = ""
    publishing: str = "after"
    phases: tuple[Span, ...] = ()
    other_ways: tuple[Way, ...] = ()
    papers: tuple[Paper, ...] = ()
    news: tuple[News, ...] = ()
    voices: tuple[Voice, ...] = ()
    themes: tuple[ThemeWords, ...] = ()
    outcome: OutcomeWords | None = None
    follow_up: FollowUpWords | None = None
    extension: Extension | None = None
    cancelled: int | None = None
    cancelled_reason: str = ""
    held: Mapping[str, str] = field(default_factory=dict)
    invented: bool = True
