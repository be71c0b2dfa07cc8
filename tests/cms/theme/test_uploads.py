"""A typeface is WOFF2, whole, readable and small, or it is refused in words; it is stored under the name of its content."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from cms.components.build import TYPEFACE
from cms.theme.uploads import MAGIC, MOST_BYTES, check_typeface, stored_name

WHOLE = TYPEFACE.read_bytes()


def upload(content: bytes) -> ContentFile:
    return ContentFile(content, name="kommunens typsnitt.woff2")


def test_a_typeface_is_taken() -> None:
    check_typeface(upload(WHOLE))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg onload=alert(1)>", "WOFF2"),
        (WHOLE[:-1], "WOFF2"),
        (MAGIC + WHOLE[4:8] + (60).to_bytes(4, "big") + bytes(48), "WOFF2"),
        (WHOLE + bytes(MOST_BYTES), "60 kB"),
        (b"", "WOFF2"),
    ],
    ids=["another kind", "cut off", "no font inside", "too large", "empty"],
)
def test_anything_else_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        check_typeface(upload(content))


def test_its_name_follows_from_its_content_and_not_from_its_file() -> None:
    class Row:
        typeface = upload(WHOLE)

    name = stored_name(Row(), "../../etc/passwd")
    assert Path(name).parent == Path("typefaces") and name.endswith(".woff2") and "passwd" not in name
