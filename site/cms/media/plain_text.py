"""Text files, of which nobody says how their letters are written."""

import codecs
from collections.abc import Iterator
from typing import IO

LOOKED_AT = 1_000_000
"""In bytes: what a text begins with says how it goes on."""
MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
OTHERWISE = "windows-1252"


def charset_of(file: IO[bytes]) -> str:
    """How the letters of a text file are written: by its mark, as UTF-8 where it is valid UTF-8, else as Windows does in Sweden."""
    file.seek(0)
    beginning = file.read(LOOKED_AT)
    file.seek(0)
    marked = next(_marks(beginning), "")
    if marked:
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning, final=len(beginning) < LOOKED_AT)
    except UnicodeDecodeError:
        return OTHERWISE
    return "utf-8"


def _marks(beginning: bytes) -> Iterator[str]:
    return (charset for mark, charset in MARKS.items() if beginning.startswith(mark))
