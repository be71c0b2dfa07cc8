"""Which words are spelled nearly like one that nobody has written."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4  # letters of a word that is corrected
MOST = 24


def edits_allowed(word: str) -> int:
    """How many letters may be wrong, missing, added or exchanged with their neighbour."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < 8 else 2


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The nearest of the known words, at most as many as are worth looking at; the word itself is none of them."""
    allowed = edits_allowed(word)
    if not allowed:
        return []
    near = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=allowed, limit=MOST)
    ordered = sorted((edits, -_same_beginning(word, other), other) for other, edits, _index in near if edits)
    return [other for _edits, _same, other in ordered]


def _same_beginning(word: str, other: str) -> int:
    return next((place for place, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other)))
