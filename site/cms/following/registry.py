"""What can be followed, and what is news: both are closed lists that plugins declare when they start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

from cms.people import Person
from cms.plugins.registry import Registry

if TYPE_CHECKING:
    from cms.following.models import Follower, NewsItem


@dataclass(frozen=True)
class Reader:
    """Who is told: the account, or None for whoever gave an address only (and for feeds); the language; whether it is their own."""

    person: Person | None
    language: str
    own: bool = False
    follower: "Follower | None" = None


@dataclass(frozen=True)
class News:
    """What a news item says to a reader, in plain words; what people wrote is quoted in `text`, and never becomes a link.

    `group` is the title of what it belongs to (the dialogue): a digest puts together what has one `group_url`. Addresses may be paths.
    """

    heading: str
    text: str
    url: str
    group: str
    group_url: str
    happened_at: datetime


@dataclass(frozen=True)
class Followable:
    """Something that people can follow.

    `name` is stored and never changes (prefix it with the plugin's label). `breadth` orders from the narrow to the wide: of
    several follows that match, the narrowest one is given as the reason for a mail.
    """

    name: str
    label: str | Promise
    find: Callable[[int], Any]
    """The object of a number, or None."""
    title: Callable[[Any, str], str]
    """Its title in a language."""
    url: Callable[[Any], str]
    """Its address in the active language."""
    visible_to: Callable[[Any, Any], bool]
    """Whether a person (None: anybody) may see it."""
    breadth: int = 100
    succession: Callable[[], Iterable[tuple[int, tuple[str, int]]]] = tuple
    """All things of the kind that were merged, succeeded or moved, each with the kind and number of what carries it on: whoever follows
    the one hears of the other. What has several heirs comes once for each."""


@dataclass(frozen=True)
class NewsKind:
    """A kind of news.

    `compose(item, reader)` is called when it is told, in the reader's language; it answers None for what is no longer true, or no longer
    visible to the reader. `is_outcome`: also for those who want to hear only what it led to. `leave(item, follower)` stops mails about
    what is the follower's own (a contribution); without it such a wish ends all mails about what is theirs. `own_reason` is
    the sentence that says why they get it, with %(title)s of what it belongs to. `order` is the place in lists.
    """

    name: str
    label: str | Promise
    compose: Callable[["NewsItem", Reader], News | None]
    is_outcome: bool = False
    order: int = 100
    leave: Callable[["NewsItem", "Follower"], None] | None = None
    own_reason: str | Promise = ""


followables: Registry[Followable] = Registry("followables", Followable)
news_kinds: Registry[NewsKind] = Registry("news_kinds", NewsKind)
