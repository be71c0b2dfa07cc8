"""What people write, before it is stored: plain text, as they wrote it, without what harms a reader."""

import re

from cms.text.characters import ZERO_WIDTH_SPACE, clean_line, clean_lines, trimmed


def plain(text: str) -> str:
    """The text as it may be kept (`cms.text.characters`), trimmed; empty where nothing of it shows."""
    return trimmed(clean_lines(text))


def one_line(text: str) -> str:
    """The text on one line, with every run of white space as one space."""
    return trimmed(" ".join(clean_line(text).split()))


# What a mail program would make a link of by itself.
_SCHEME = re.compile(r"\b(?:[a-z][a-z0-9+.-]*://|mailto:|tel:)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[\w-]{2,}\.)+[^\W\d_]{2,}", re.IGNORECASE)
_BREAK = ZERO_WIDTH_SPACE


def unlinked(text: str) -> str:
    """Other people's words for a mail: no address in them becomes a link, whatever program shows it."""
    bare = _SCHEME.sub("", text).replace("@", f"@{_BREAK}")
    return _DOMAIN.sub(lambda match: match.group().replace(".", f".{_BREAK}"), bare)
