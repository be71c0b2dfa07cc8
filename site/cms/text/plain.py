"""What people write, before it is stored: plain text, as they wrote it, without what harms a reader."""

import re
import unicodedata

# Controls other than newline and tab, and the characters that turn the direction of the text after them.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")


def plain(text: str) -> str:
    """The text in one normal form (NFC), without control characters and direction overrides, trimmed."""
    text = _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text).strip()


def one_line(text: str) -> str:
    """`plain`, with every run of white space as one space."""
    return " ".join(plain(text).split())


# What a mail program would make a link of by itself.
_SCHEME = re.compile(r"\b(?:[a-z][a-z0-9+.-]*://|mailto:|tel:)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[\w-]{2,}\.)+[^\W\d_]{2,}", re.IGNORECASE)
_BREAK = "\u200b"


def unlinked(text: str) -> str:
    """Other people's words for a mail: no address in them becomes a link, whatever program shows it."""
    bare = _SCHEME.sub("", text).replace("@", f"@{_BREAK}")
    return _DOMAIN.sub(lambda match: match.group().replace(".", f".{_BREAK}"), bare)
