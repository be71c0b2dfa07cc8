"""What people write is kept as they wrote it, without what harms a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text.plain import one_line, plain


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Hej  ", "Hej"),
        ("rad 1\r\nrad 2\rrad 3", "rad 1\nrad 2\nrad 3"),
        ("a\x00b", "ab"),
        ("snälla \u202egnat läs", "snälla gnat läs"),
        ("\u2066x\u2069", "x"),
        ("\ufeffHej", "Hej"),
        ("a\u0308", "ä"),
        ("a\u202a\u0308", "ä"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("tab\tkept", "tab\tkept"),
        ("👩\u200d👧 family", "👩\u200d👧 family"),
    ],
)
def test_plain(written, kept):
    assert plain(written) == kept


@given(st.text())
def test_plain_twice_changes_nothing(text):
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_nothing_that_a_database_refuses_is_left(text):
    assert "\x00" not in plain(text)


@given(st.text())
def test_one_line_is_one_line(text):
    assert len(one_line(text).splitlines()) <= 1
