"""The port of the search: what an engine promises, whatever it is made of."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cms.search.asking.question import Question


class EngineAway(Exception):
    """The engine does not answer, or not in time; `reason` is a word for logs and holds nothing of what was asked."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Group:
    """A result: its key, the headings that match, how many documents below it match and the best of these, by number, best first."""

    key: str
    headings: tuple[int, ...] = ()
    below: tuple[int, ...] = ()
    below_count: int = 0

    @property
    def documents(self) -> tuple[int, ...]:
        return (*self.headings, *self.below)


@dataclass(frozen=True)
class Answer:
    """What an engine found: a page of groups, how many groups and documents there are, and counts by facet and value."""

    groups: Sequence[Group] = ()
    total_groups: int = 0
    total_documents: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Begun:
    """What somebody has begun to type: words of which each begins a word of a title."""

    words: tuple[str, ...]
    audiences: tuple[str, ...]
    kinds: tuple[str, ...]
    size: int = 8


class Engine(ABC):
    """Answers questions about documents; every method raises EngineAway rather than wait.

    A contract suite (`tests/contract/test_search_engines.py`) says the same of all engines.
    """

    name = ""

    @abstractmethod
    def search(self, question: Question) -> Answer:
        """A page of results, with the counts of facets: each facet is counted without its own filter, so that values can be added."""

    @abstractmethod
    def finds(self, question: Question) -> bool:
        """Whether anything matches at all."""

    @abstractmethod
    def suggest(self, begun: Begun) -> list[int]:
        """Documents whose titles have all the words begun, by number, the best first."""

    @abstractmethod
    def similar_words(self, word: str, question: Question) -> list[str]:
        """Words that stand in documents which the question's audiences may find, and are spelled nearly alike; the likeliest first."""
