"""Text as tokens: where each word stands, what it is in the index, and what else it is found by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cms.search.analysis import codes
from cms.search.analysis.compounds import parts_of
from cms.search.analysis.words import is_stop, term_of

# Letters and digits; the ending after a colon ("E6:an", "KS:s") and the English genitive belong to the word before it.
_WORD = re.compile(r"([^\W_]+)(?::[^\W\d_]{1,4}\b)?(?:['’]s\b)?")
LONGEST = 60  # characters of a term
STOP = "·"  # stands for a stop word where places are counted


@dataclass(frozen=True)
class WordToken:
    """A word or a code and where it stands, before it is analysed."""

    start: int
    end: int
    word: str
    code: codes.Code | None = None


@dataclass(frozen=True)
class Token:
    """An analysed word: its term (STOP for a stop word), and the terms of its parts."""

    start: int
    end: int
    word: str
    term: str
    parts: tuple[str, ...] = ()

    @property
    def is_stop(self) -> bool:
        return self.term == STOP

    @property
    def is_code(self) -> bool:
        """Whether it is a diary number or a paragraph, which no language changes."""
        return self.term.startswith(("#", "§"))


def words_of(text: str, *, typed: bool = False) -> Iterator[WordToken]:
    """The words and codes of a text in their order: the same ones whenever it is asked, since places are counted by them."""
    position = 0
    for code in codes.codes_in(text, typed=typed):
        yield from _plain_words(text, position, code.start)
        yield WordToken(code.start, code.end, text[code.start : code.end].lower(), code)
        position = code.end
    yield from _plain_words(text, position, len(text))


def tokens_of(text: str, language: str, *, typed: bool = False) -> list[Token]:
    """The analysed words of a text."""
    return [analysed(word, language) for word in words_of(text, typed=typed)]


def analysed(word: WordToken, language: str) -> Token:
    """A word with its term in a language."""
    if word.code is not None:
        return Token(word.start, word.end, word.word, word.code.term, word.code.wider)
    if is_stop(word.word, language):
        return Token(word.start, word.end, word.word, STOP)
    parts = tuple(part[:LONGEST] for part in parts_of(word.word, language))
    return Token(word.start, word.end, word.word, term_of(word.word, language)[:LONGEST], parts)


def _plain_words(text: str, start: int, end: int) -> Iterator[WordToken]:
    for match in _WORD.finditer(text, start, end):
        yield WordToken(match.start(), match.end(), match.group(1).lower()[:LONGEST])
