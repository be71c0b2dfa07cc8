"""What somebody asks, as engines understand it: plain words, never a query language."""

import enum
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from django.conf import settings

from cms.search.analysis import codes, keys
from cms.search.analysis.synonyms import synonyms_of
from cms.search.analysis.tokens import STOP, WordToken, analysed, words_of
from cms.search.analysis.words import fold
from cms.text.plain import one_line

MOST_CHARACTERS = 400
MOST_WORDS = 16
SOME_WORDS = 6
_QUOTED = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')


class Sort(enum.Enum):
    """The order of results; the value stands in the address."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True)
class Alternative:
    """Terms that a document must have all of, and how much they count."""

    keys: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Clause:
    """A word that somebody typed: a document must have one of the alternatives."""

    word: str
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True)
class Words:
    """What is asked in one language: all clauses, and the phrases as terms in their order."""

    clauses: tuple[Clause, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()

    def some(self) -> "Words":
        """The longest words, without quotes: for whoever is content with one of them."""
        return Words(tuple(sorted(self.clauses, key=lambda clause: -len(clause.word))[:SOME_WORDS]))


@dataclass(frozen=True)
class Question:
    """What an engine is asked. Each document is asked in its own language.

    `filters` hold stored values by the name of a facet: one of each must be there. `any_word` is content with one of the words. `below`
    asks for what stands under the heading of a group, as a list of its own.
    """

    words: Mapping[str, Words] = field(default_factory=dict)
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    audiences: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    below: str = ""
    sort: Sort = Sort.RELEVANCE
    any_word: bool = False
    without: frozenset[int] = frozenset()
    without_groups: frozenset[str] = frozenset()
    start: int = 0
    size: int = 20

    @property
    def has_words(self) -> bool:
        return bool(self.words)

    def excluding(self, documents: Set[int], groups: Set[str]) -> "Question":
        """This question, without some documents and groups."""
        return replace(self, without=self.without | documents, without_groups=self.without_groups | groups)


@dataclass(frozen=True)
class Typed:
    """What somebody typed, read once: its words in order, and which of them stand in quotes."""

    text: str = ""
    words: tuple[WordToken, ...] = ()
    quoted: tuple[tuple[WordToken, ...], ...] = ()
    was_cut: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text

    def in_languages(self, *, second_chance: bool = False) -> dict[str, Words]:
        """What it asks in each language; a language in which nothing but stop words is left is not asked."""
        asked = {code: self._in(code, second_chance) for code, _name in settings.LANGUAGES}
        return {code: words for code, words in asked.items() if words.clauses}

    def replaced(self, corrections: Mapping[str, str]) -> "Typed":
        """What was typed, with some words corrected."""
        text, last = "", 0
        for word in self.words:
            text += self.text[last : word.start] + corrections.get(word.word, self.text[word.start : word.end])
            last = word.end
        return read_typed(text + self.text[last:])

    def _in(self, language: str, second_chance: bool) -> Words:
        clauses = [_clause(word, language, second_chance) for word in self.words]
        joined = with_synonyms([clause for clause in clauses if clause is not None], language)
        phrases = [tuple(analysed(word, language).term for word in quoted) for quoted in self.quoted]
        return Words(tuple(dict.fromkeys(joined)), tuple(phrase for phrase in phrases if any(term != STOP for term in phrase)))


def read_typed(text: str) -> Typed:
    """Read what somebody typed; whatever it holds, it is words. Too much of it is cut, and told."""
    cleaned = one_line(text[: 4 * MOST_CHARACTERS])
    was_cut = len(text) > 4 * MOST_CHARACTERS or len(cleaned) > MOST_CHARACTERS
    cleaned = cleaned[:MOST_CHARACTERS]
    every_word = list(words_of(cleaned, typed=True))
    words = tuple(every_word[:MOST_WORDS])
    spans = [match.span(1) for match in _QUOTED.finditer(cleaned)]
    quoted = [tuple(word for word in words if start <= word.start and word.end <= end) for start, end in spans]
    phrases = tuple(phrase for phrase in quoted if len(phrase) > 1)
    return Typed(cleaned, words, phrases, was_cut or len(every_word) > MOST_WORDS)


def with_synonyms(clauses: Sequence[Clause], language: str) -> list[Clause]:
    """The clauses, those that say what another expression says as well joined with it."""
    terms = [_own_term(clause, language) for clause in clauses]
    joined, position = [], 0
    while position < len(clauses):
        length, others = synonyms_of(terms[position:], language)
        taken = clauses[position : position + max(length, 1)]
        joined.append(_joined(taken, others, language) if length else taken[0])
        position += len(taken)
    return joined


def _own_term(clause: Clause, language: str) -> str:
    return clause.alternatives[0].keys[0].removeprefix(f"{language}/")


def _joined(taken: Sequence[Clause], others: Sequence[tuple[str, ...]], language: str) -> Clause:
    own = Alternative(tuple(clause.alternatives[0].keys[0] for clause in taken))
    rest = taken[0].alternatives[1:] if len(taken) == 1 else ()
    same = tuple(Alternative(tuple(keys.exact(language, term) for term in terms), 0.6) for terms in others)
    return Clause(" ".join(clause.word for clause in taken), (own, *same, *rest))


def _clause(word: WordToken, language: str, second_chance: bool) -> Clause | None:
    if word.code is not None:
        terms = codes.asked(word.code)
        return Clause(word.word, tuple(Alternative((term,), 1.0 if place == 0 else 0.5) for place, term in enumerate(terms)))
    token = analysed(word, language)
    if token.is_stop:
        return None
    alternatives = [Alternative((keys.exact(language, token.term),))]
    if second_chance:
        alternatives += _second_chances(token.word, token.term, token.parts, language)
    return Clause(word.word, tuple(alternatives))


def _second_chances(word: str, term: str, parts: tuple[str, ...], language: str) -> list[Alternative]:
    """The word without å, ä and ö, and the parts of a compound that nobody has written."""
    plain = dict.fromkeys((fold(word), fold(term)))
    alternatives = [Alternative((keys.folded(language, form),), 0.5) for form in plain]
    alternatives += [Alternative((keys.exact(language, form),), 0.5) for form in plain if form != term]
    if parts:
        alternatives.append(Alternative(tuple(keys.exact(language, part) for part in parts[:2]), 0.3))
    return alternatives
