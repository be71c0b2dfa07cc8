"""How the letters of a text file are written."""

from io import BytesIO

import pytest

from cms.media.plain_text import LOOKED_AT, charset_of

WORDS = "Vägen från Åhus, sammanfattning på en sida"


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (WORDS.encode(), "utf-8"),
        (WORDS.encode("utf-8-sig"), "utf-8"),
        (WORDS.encode("cp1252"), "windows-1252"),
        (WORDS.encode("utf-16"), "utf-16"),
        (b"plain", "utf-8"),
        (b"", "utf-8"),
        ("å".encode()[:1], "windows-1252"),
    ],
)
def test_the_charset_is_found(content, charset):
    assert charset_of(BytesIO(content)) == charset


def test_a_long_text_is_not_cut_within_a_letter():
    assert charset_of(BytesIO(b"x" * (LOOKED_AT - 1) + "å".encode() * 3)) == "utf-8"


def test_the_file_is_read_from_its_beginning_afterwards():
    file = BytesIO(b"abc")
    charset_of(file)
    assert file.read() == b"abc"
