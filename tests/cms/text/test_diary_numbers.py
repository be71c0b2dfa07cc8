"""Diary numbers are read however they are written, and stored in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text.diary_numbers import read_diary_number


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("KS 2022/206", "KS 2022/206"),
        ("ks 2022/206", "KS 2022/206"),
        ("KS2022/206", "KS 2022/206"),
        ("KS\u00a02022/206", "KS 2022/206"),
        ("KS\u202f2022\u2009/\u2009206", "KS 2022/206"),
        ("KS\u200b2022/206", "KS 2022/206"),
        ("KS\t2022/206\n", "KS 2022/206"),
        ("Dnr 2018:174", "2018/174"),
        ("Dnr: KS 2018:174", "KS 2018/174"),
        ("D.nr KS 2022/206", "KS 2022/206"),
        ("Diarienr: KS 2022/206.", "KS 2022/206"),
        ("diarienummer ks 2022/206", "KS 2022/206"),
        ("LKS 2015-323", "LKS 2015/323"),
        ("KS-2014/282", "KS 2014/282"),
        ("KSF 2015/323", "KSF 2015/323"),
        ("KS/2019:347", "KS 2019/347"),
        ("ÖFN 2023/45", "ÖFN 2023/45"),
        ("KS 2021/00123", "KS 2021/123"),
        ("KS 2022/206-3", "KS 2022/206-3"),
        ("KS 2022–206 – 3", "KS 2022/206-3"),
        ("KS 2022/206/bun", "KS 2022/206/BUN"),
    ],
)
def test_spellings(typed, stored):
    assert read_diary_number(typed) == stored


@pytest.mark.parametrize("typed", ["", "KS", "2022", "KS 22/206", "KS 1822/206", "KS 2022/", "KS 2022/206-3-4", "§ 136", "KS 2022/1234567"])
def test_what_is_no_diary_number(typed):
    assert read_diary_number(typed) is None


@given(st.text("ABCDEFKSTÅÄÖ", min_size=0, max_size=5), st.integers(1900, 2099), st.integers(1, 999_999), st.none() | st.integers(1, 9999))
def test_the_normal_form_is_read_as_itself(body, year, number, document):
    normal = f"{body} {year}/{number}".strip() + (f"-{document}" if document else "")
    assert read_diary_number(normal) == normal


@given(st.text(max_size=60))
def test_reading_twice_changes_nothing(typed):
    stored = read_diary_number(typed)
    assert stored is None or read_diary_number(stored) == stored
