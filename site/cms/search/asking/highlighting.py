"""Fragments of a text as it was written, with what was asked for marked: cut from the row, by the places that the analysis counted."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from cms.search.analysis import keys, words_of
from cms.search.analysis.words import fold
from cms.search.asking.question import Words
from cms.search.models import SearchDocument

FRAGMENT_LENGTH = 240  # characters of a fragment
BEFORE = 60  # of them before the first marked word
MOST_FRAGMENTS = 2
NEAR = 160  # marked words this near share a fragment
END_OF_LINE = re.compile(r"(?<![.!?:…\s])[^\S\n]*\n\s*")

Span = tuple[int, int]


@dataclass(frozen=True)
class Highlighter:
    """Marks what was asked for."""

    words: dict[str, Words]

    def title(self, document: SearchDocument) -> SafeString:
        """The whole title, marked."""
        return _marked(document.title, 0, len(document.title), self._spans(document, document.title, document.title_terms))

    def fragments(self, document: SearchDocument, most: int = MOST_FRAGMENTS) -> list[SafeString]:
        """The places of the text with most of what was asked for; its beginning where it holds none of it."""
        text = document.text
        spans = self._spans(document, text, document.text_terms)
        if not spans:
            return [_marked(text, 0, _word_end(text, FRAGMENT_LENGTH), [])] if text else []
        windows = sorted(_windows(spans), key=lambda window: -len({text[start:end].lower() for start, end in window}))[:most]
        return [_fragment(text, window) for window in sorted(windows)]

    def _spans(self, document: SearchDocument, text: str, terms: str) -> list[Span]:
        """Where the words stand that were asked for, compounds that hold one included."""
        asked = self.words.get(document.language)
        if asked is None:
            return []
        wanted = {key for clause in asked.clauses for alternative in clause.alternatives for key in alternative.keys}
        spans = []
        for word, term in zip(words_of(text), terms.split(), strict=False):
            if _keys_of(word.word, term, document) & wanted:
                spans.append((word.start, word.end))
        return spans


def _keys_of(word: str, term: str, document: SearchDocument) -> Set[str]:
    language = document.language
    forms = {keys.exact(language, term), *(keys.exact(language, part) for part in document.parts.get(term, ()))}
    return forms | {keys.folded(language, fold(word)), keys.folded(language, fold(term))}


def _windows(spans: Sequence[Span]) -> list[list[Span]]:
    windows: list[list[Span]] = []
    for span in spans:
        if windows and span[1] - windows[-1][0][0] <= NEAR:
            windows[-1].append(span)
        else:
            windows.append([span])
    return windows


def _fragment(text: str, window: Sequence[Span]) -> SafeString:
    start = _word_start(text, max(window[0][0] - BEFORE, 0))
    end = _word_end(text, max(start + FRAGMENT_LENGTH, window[-1][1]))
    return _marked(text, start, end, window)


def _marked(text: str, start: int, end: int, spans: Iterable[Span]) -> SafeString:
    """The part of a text as HTML: escaped, marked, with dots where something is left out."""
    parts, last = [conditional_escape("… ") if start > 0 else mark_safe("")], start
    for begin, stop in spans:
        parts.append(_shown(text[last:begin]))
        parts.append(format_html("<mark>{}</mark>", text[begin:stop]))
        last = stop
    parts.append(_shown(text[last:end]))
    parts.append(conditional_escape(" …") if end < len(text) else mark_safe(""))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped above


def _shown(text: str) -> SafeString:
    """Lines that do not end as sentences do (headings, names) are kept apart by a dot."""
    return conditional_escape(END_OF_LINE.sub(" · ", text))


def _word_start(text: str, position: int) -> int:
    """The beginning of the first whole word from a place on."""
    if position == 0:
        return 0
    space = next((place for place in range(position, min(position + 40, len(text))) if text[place].isspace()), None)
    return position if space is None else space + 1


def _word_end(text: str, position: int) -> int:
    """The end of the last whole word before a place."""
    if position >= len(text):
        return len(text)
    space = text.rfind(" ", max(position - 40, 0), position)
    return position if space < 0 else space
