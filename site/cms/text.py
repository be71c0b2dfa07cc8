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
