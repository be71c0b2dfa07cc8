"""The promise that a participation method makes to its host, one page long.

A method is a Django app with a `method.py` that holds one registered class. An *activity* is a page
type of its own below a dialogue; an *attachment* is rows that hang on the dialogue's page. Whatever
people give through it is a `Contribution`; a method keeps beside it only what is its own.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpRequest
from django.utils.functional import Promise

if TYPE_CHECKING:
    from cms.accounts.personal_data import PersonalData
    from cms.export.columns import Column
    from cms.following.registry import Followable, NewsKind
    from cms.search.registry import Findable


class Kind(enum.Enum):
    """How a method lives in the site."""

    ACTIVITY = "activity"  # a page type below a dialogue
    ATTACHMENT = "attachment"  # rows that point at a dialogue


@dataclass(frozen=True)
class Counts:
    """How much was given to a dialogue: contributions, the people behind them, and votes, which are no contributions."""

    contributions: int = 0
    people: int = 0
    votes: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.contributions + other.contributions, self.people + other.people, self.votes + other.votes)


@dataclass(frozen=True)
class Subject:
    """What a section and its contributions hang on: a canonical dialogue, one of its activities, or a thing of a method's own.

    A thing is known by the name of its `Commentable` and its number; the activity that it belongs to stands beside it.
    """

    dialogue: Any
    activity: Any = None
    kind: str = ""
    number: int | None = None


@dataclass(frozen=True)
class Commentable:
    """A kind of thing of a method's own that can be commented on.

    `name` is stored with every comment and never changes (prefix it with the plugin's label).
    """

    name: str
    label: str | Promise
    find: Callable[[int], Any]
    """The thing of a number, or None."""
    subject: Callable[[Any], Subject]
    """The canonical dialogue, and the activity where there is one, that a thing belongs to."""
    title: Callable[[Any], str]
    """What it is called above the form."""
    url: Callable[[Any], str]
    """The address that shows it, in the active language."""
    visible_to: Callable[[Any, Any], bool]
    """Whether a person may see it; asked after its dialogue and its activity."""


class ParticipationMethod:
    """Base of a method's declaration. Attributes are read at start-up and never change while running."""

    name: ClassVar[str] = ""
    """Stored with every contribution; never changes."""

    label: ClassVar[str | Promise] = ""
    """Its name for people: "Comments"."""

    summary: ClassVar[str | Promise] = ""
    """One sentence for the editor who chooses it."""

    icon: ClassVar[str] = ""
    """Name of a Wagtail icon."""

    kind: ClassVar[Kind]

    page_type: ClassVar[str] = ""
    """Activities: "app_label.Model" of the page type."""

    rights: ClassVar[Mapping[str, str | Promise]] = {}
    """What a phase may open, with its words: {"comment": _("comment")}; stored as "comments.comment"."""

    imperatives: ClassVar[Mapping[str, str | Promise]] = {}
    """What each right asks people to do, as it stands before a last day: {"comment": _("write")} for "Write until 19 December".

    The first right is what the method is for: its last day is told before those of the others.
    """

    staff_channels: ClassVar[Sequence[str]] = ()
    """Ways in (`Channel`) by which those who work with a dialogue may enter what people gave elsewhere: paper, telephone."""

    # What it shows

    section_template: ClassVar[str] = ""
    """Attachments: the template of the method's section on the dialogue's page."""

    hangs_on_activities: ClassVar[bool] = False
    """Attachments: whether the section can also hang on an activity, or on a thing of a method's own."""

    is_commentable: ClassVar[bool] = False
    """Activities: whether attachments such as comments may hang on its pages."""

    def section_context(self, request: HttpRequest, dialogue: Any, subject: Subject | None = None) -> dict[str, Any]:
        """Attachments: variables of `section_template`. The page is cached: links and GET forms only.

        `subject` is what the section hangs on where that is not the dialogue itself.
        """
        return {}

    def start_url(self, subject: Subject) -> str:
        """Attachments: the address of the form with which somebody takes part now; empty while none is open."""
        return ""

    def contribution_url(self, contribution: Any) -> str:
        """The address that shows one contribution in its place; empty where it has none."""
        return ""

    def commentables(self) -> Sequence[Commentable]:
        """Things of its own that can be commented on, such as each of several proposals on one page."""
        return ()

    # What it asks of an editor

    def missing_for_publication(self, page: Any) -> Iterable[str | Promise]:
        """Sentences that say what an activity's page still needs before it may be published."""
        return ()

    def reason_to_keep(self, page: Any) -> str | Promise:
        """The sentence that says why a page (with all below it) may not be deleted; contributions are counted by the host."""
        return ""

    # What it adds up to

    def counts(self, dialogues: Sequence[Any], given: Mapping[int, Counts]) -> Mapping[int, Counts]:
        """How much was given through it to each canonical dialogue, by number.

        `given` is what the ledger holds of it: published contributions, and the people behind them. A method with votes adds those.
        """
        return given

    def export_columns(self) -> Sequence[Column]:
        """Columns beside the register's own where contributions go into a file; names begin with the method's."""
        return ()

    # What it registers when the site starts

    def findables(self) -> Iterable[Findable]:
        """Kinds of things that the search finds."""
        return ()

    def followables(self) -> Iterable[Followable]:
        """Kinds of things that people can follow."""
        return ()

    def followed_within(self, dialogue: Any) -> Iterable[tuple[str, int]]:
        """Its things inside a canonical dialogue that people can follow, by kind and number: whoever follows one hears that the dialogue ends."""
        return ()

    def news_kinds(self) -> Iterable[NewsKind]:
        """Kinds of news that it tells."""
        return ()

    def personal_data(self) -> Iterable[PersonalData]:
        """What its own models hold about a person; each field that points at one is named, or the site refuses to start."""
        return ()

    def demo(self, demo: Any) -> None:
        """Add examples to the demonstration, after the dialogues; `demo` (cms.demo.stage.Demo) holds the day."""

    @classmethod
    def right(cls, verb: str) -> str:
        """A right as it is stored: "comments.comment"."""
        return f"{cls.name}.{verb}"
