"""What is read out in place of a picture, and what is no description though it stands in its field."""

import re
from pathlib import PurePath
from typing import Any

_ENDING = re.compile(r"\.(?:avif|bmp|gif|heic|heif|jpe?g|png|svg|tiff?|webp)$", re.IGNORECASE)
# As cameras, telephones and programs count: IMG_2034, DSC00017, 20260305_101500, Skärmbild 2026-03-05.
_MAKERS = "img|dscn?|dscf|pxl|mvimg|p|image|bild|picture|foto|photo|untitled|namnlös|skärmbild|skärmavbild|screenshot|whatsapp image"
_COUNTED = re.compile(rf"(?:{_MAKERS})?[\s_()\d-]+", re.IGNORECASE)


def is_file_name(words: str, file_name: str = "") -> bool:
    """Whether words only name a file: they end as one does, are counted as cameras do, or are the name of this very file.

    A single word of letters may be both, as “Hamnen” of hamnen.jpg, and passes.
    """
    written = words.strip()
    if _ENDING.search(written) or _COUNTED.fullmatch(written):
        return True
    is_one_name = not written.isalpha() and not re.search(r"\s", written)
    return is_one_name and _bare(written) == _bare(PurePath(file_name).stem)


def alternative(image: Any, written: str) -> str:
    """What is read out for an image in a text: what was written there, else its description; never the name of its file."""
    described: str = image.default_alt_text
    return described if is_file_name(written, image.filename) else written


def _bare(name: str) -> str:
    """A name without what storing it may have changed."""
    return re.sub(r"[^a-z0-9]+", "", name.casefold())
