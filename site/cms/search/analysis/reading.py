"""A title and a text as the index keeps them: terms in their places, parts of compounds, weights, words."""

from collections import Counter
from dataclasses import dataclass, field

from cms.search.analysis import keys
from cms.search.analysis.tokens import LONGEST, Token, tokens_of
from cms.search.analysis.words import fold

# Raise it when the analysis changes: documents that were read by an older one are read again.
VERSION = 1

TITLE, TITLE_PART, TEXT, TEXT_PART = 80, 24, 10, 4
OFTEN = 5  # a word that comes more often weighs no more
MOST_TERMS = 2000  # of one document


@dataclass
class Reading:
    """What the analysis made of a document."""

    title_terms: str = ""
    text_terms: str = ""
    parts: dict[str, list[str]] = field(default_factory=dict)
    title_words: str = ""
    weights: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def read_document(title: str, text: str, language: str) -> Reading:
    """Analyse a title and a text in their language."""
    in_title, in_text = tokens_of(title, language), tokens_of(text, language)
    reading = Reading(_in_order(in_title), _in_order(in_text), title_words=_title_words(in_title))
    for tokens, whole, part in ((in_title, TITLE, TITLE_PART), (in_text, TEXT, TEXT_PART)):
        _weigh(reading, tokens, language, whole, part)
    for token in (*in_title, *in_text):
        if token.parts:
            reading.parts[token.term] = list(token.parts)
        if not token.is_stop and not token.is_code and token.word.isalpha():
            reading.words.setdefault(token.word, keys.exact(language, token.term))
    return reading


def _in_order(tokens: list[Token]) -> str:
    """Term after term, with a space at both ends: a phrase is a part of it."""
    return f" {' '.join(token.term for token in tokens)} " if tokens else ""


def _title_words(tokens: list[Token]) -> str:
    """The words as they stand, and without å, ä, ö: what somebody has begun to type is the beginning of one."""
    words = [token.word for token in tokens]
    plain = [fold(word) for word in words]
    return f" {' '.join(words)} " + (f"{' '.join(plain)} " if plain != words else "") if words else ""


def _weigh(reading: Reading, tokens: list[Token], language: str, whole: int, part: int) -> None:
    counted: Counter[str] = Counter()
    for token in tokens:
        if token.is_stop:
            continue
        counted[keys.exact(language, token.term)] += 1
        for other in _second_chances(token, language):
            _keep(reading.weights, other, whole // 2)
        for piece in token.parts:
            _keep(reading.weights, keys.exact(language, piece), part)
    for key, times in counted.items():
        _keep(reading.weights, key, whole + 2 * (min(times, OFTEN) - 1))


def _second_chances(token: Token, language: str) -> set[str]:
    """Folded forms of the word and of its term, where they differ from what is there."""
    forms = {(fold(token.word), token.word), (fold(token.term), token.term)}
    return {keys.folded(language, plain[:LONGEST]) for plain, written in forms if plain != written and not token.is_code}


def _keep(weights: dict[str, int], key: str, weight: int) -> None:
    if key in weights or len(weights) < MOST_TERMS:
        weights[key] = max(weights.get(key, 0), weight)
