"""What can be found and by what it can be narrowed: both are closed lists that plugins declare when they start."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise

from cms.plugins.registry import Registry
from cms.search.audience import Audience


@dataclass(frozen=True)
class Entry:
    """What is written down of one findable thing in one language.

    `text` is plain text as people read it: fragments are cut from it. `group` puts together what is shown as one result (a dialogue in
    all its languages and what people said in it). `facets` hold stored values by the name of a facet. `refresh_at` is when time alone
    changes it. A heading gives its group title and address; what is no heading (a comment) is listed under it.
    """

    language: str
    title: str
    text: str
    group: str
    audience: Audience = Audience.PUBLIC
    facets: Mapping[str, Collection[str]] = field(default_factory=dict)
    date: datetime | None = None
    refresh_at: datetime | None = None
    is_heading: bool = True


@dataclass(frozen=True)
class Shown:
    """How a result is shown to a reader: its address, short facts about it, and a state (the variables of the component `chip`)."""

    url: str
    meta: Sequence[str] = ()
    chip: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Findable:
    """A kind of thing that can be found.

    `name` is stored and never changes (prefix it with the plugin's label).
    """

    name: str
    label: str | Promise
    """One of them, as the facet “type” says it."""
    rows: Callable[[], QuerySet[Any]]
    """All things of the kind, those that nobody may see included."""
    describe: Callable[[Sequence[Any]], Mapping[int, Sequence[Entry]]]
    """What is written down of things, by number; nothing for those that nobody is to find."""
    visible: Callable[[Collection[int], Any], Mapping[int, Any]]
    """Those of some numbers that a person (None: anybody) may see now: asked again before a result is shown."""
    show: Callable[[Sequence[Any], HttpRequest], Mapping[int, Shown]]
    """How they are shown to a reader; those without an address are left out."""
    depends_on: str = ""
    """The findable that it changes with: what people said in a dialogue is hidden with it."""
    dependents: Callable[[Collection[int]], Iterable[int]] | None = None
    """The numbers of those that change with things of `depends_on`."""
    suggested: bool = False
    """Whether its titles are offered while somebody types."""
    listed: bool = True
    """Whether it stands in the list of results; a topic is suggested only."""
    order: int = 100
    page_type: Any = None
    """The page type, where its things are pages (see `cms.search.pages.page_findable`)."""


@dataclass(frozen=True)
class SearchFacet:
    """Something that results are narrowed by. `name` stands in the address and is stored with documents.

    `labels(values)` gives the words and the slug of stored values; `read(slugs)` the stored values of slugs. What is not among them is
    left out and told.
    """

    name: str
    label: str | Promise
    labels: Callable[[Collection[str]], Mapping[str, FacetLabel]]
    read: Callable[[Collection[str]], Mapping[str, str]]
    order: int = 100


@dataclass(frozen=True)
class FacetLabel:
    """A value of a facet as people see it: in words, and as it stands in the address. `order` sorts before the count does."""

    slug: str
    words: str
    order: int = 0


findables: Registry[Findable] = Registry("findables", Findable)
search_facets: Registry[SearchFacet] = Registry("search_facets", SearchFacet)
