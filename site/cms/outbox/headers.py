"""Headers that stop nothing: one line, no control characters or direction overrides, of a decent length."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from cms.text.plain import one_line

LONGEST_SUBJECT = 200
LONGEST_NAME = 80
LONGEST_HEADER = 900  # RFC 5322 allows 998 characters a line
# C1 controls, marks of direction, and halves of a pair that no encoding knows.
_INVISIBLE = re.compile("[\x80-\x9f\u200b\u200e\u200f\u061c\ud800-\udfff]")
_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def clean_subject(text: str) -> str:
    """A subject fit for a header; never empty."""
    return _shortened(_clean(text), LONGEST_SUBJECT) or "–"


def clean_name(text: str) -> str:
    """A display name fit for a header."""
    return _shortened(_clean(text), LONGEST_NAME)


def clean_headers(headers: dict[str, str]) -> dict[str, str]:
    """Further headers, each on one line; what is no header, or too long to be one, is left out."""
    cleaned = {name: _clean(value) for name, value in headers.items() if _FIELD_NAME.fullmatch(name)}
    return {name: value for name, value in cleaned.items() if value and len(value) <= LONGEST_HEADER}


def is_address(text: str) -> bool:
    """Whether this is one e-mail address and nothing more."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _clean(text: str) -> str:
    return one_line(_INVISIBLE.sub("", text))


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
