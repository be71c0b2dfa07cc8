"""A municipality's own typeface: what is taken for one, and where it is stored."""

import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.theme.faces import measures_of

MOST_BYTES = 60_000
MAGIC = b"wOF2"
LENGTH = slice(8, 12)  # where the file says how long it is (WOFF File Format 2.0, 4.1)


def stored_name(instance: Any, filename: str) -> str:
    """A name that follows from the content: browsers may keep a file for ever."""
    return f"typefaces/{hashlib.sha256(_content(instance.typeface)).hexdigest()[:32]}.woff2"


def check_typeface(file: Any) -> None:
    """Refuse what is no WOFF2, what is cut off, what cannot be read as a font and what is too large."""
    if getattr(file, "_committed", False):
        return  # stored already, and looked at then
    if file.size > MOST_BYTES:
        raise ValidationError(
            _("The typeface is too large: %(size)d kB, at most %(most)d kB are taken. Leave out letters that Swedish does not need.")
            % {"size": file.size // 1000, "most": MOST_BYTES // 1000}
        )
    if not _is_whole(_content(file)):
        raise ValidationError(_("The file is no typeface of the kind WOFF2, or it is damaged. Save it as WOFF2 and choose it again."))


def _is_whole(content: bytes) -> bool:
    if content[:4] != MAGIC or int.from_bytes(content[LENGTH], "big") != len(content):
        return False
    try:
        measures_of(content)
    except (OSError, ValueError):
        return False
    return True


def _content(file: Any) -> bytes:
    file.seek(0)
    content: bytes = file.read()
    file.seek(0)
    return content
