"""The order of words in a list: å, ä and ö stand last and ü beside y, capitals beside small letters, figures before letters.

Lists in memory are sorted by `swedish_key`. What a database sorts is sorted by `COLLATION`, whatever its locale: PostgreSQL has it
from ICU, and SQLite is taught it (`cms.wagtail_internals.sort_words_as_swedish`).
"""

import unicodedata
from functools import lru_cache

COLLATION = "sv-x-icu"
_AFTER_Z = "\ue000\ue001\ue002"  # of no script, so that nobody types them
_LAST = str.maketrans(dict(zip("åäöæø", [*_AFTER_Z, *_AFTER_Z[1:]], strict=True)) | {"ü": "y"})

Key = tuple[tuple[tuple[int, str], ...], str, str]


@lru_cache(maxsize=20_000)
def swedish_key(text: str) -> Key:
    """What a text is sorted by; only texts of equal characters have equal keys."""
    composed = unicodedata.normalize("NFC", text)
    folded = composed.casefold()
    bare = unicodedata.normalize("NFD", folded.translate(_LAST))
    places = tuple((_class_of(sign), sign) for sign in bare if not unicodedata.combining(sign))
    return places, folded, composed.swapcase()


def compare(one: str, other: str) -> int:
    """Less than, equal to or more than nought, as SQLite asks."""
    first, second = (swedish_key(one), one), (swedish_key(other), other)
    return (first > second) - (first < second)


def _class_of(sign: str) -> int:
    """Signs and spaces first, then figures, then letters."""
    if sign in _AFTER_Z:
        return 3
    category = unicodedata.category(sign)[0]
    return {"L": 2, "N": 1}.get(category, 0)
