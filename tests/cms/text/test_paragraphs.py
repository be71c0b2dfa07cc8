"""A paragraph is read however it is written, stored as its number and written with one sign."""

import pytest

from cms.text.paragraphs import read_paragraph, written_paragraph

SPELLINGS = [
    ("87", "87"),
    ("§ 87", "87"),
    ("87 §", "87"),
    ("§87", "87"),
    ("§\u00a087.", "87"),
    ("§\u200b87", "87"),
    ("§ § 87", "87"),
    ("Paragraf 87", "87"),
    ("par. 0087", "87"),
    ("§ 87 A", "87 a"),
    ("§ 87/2026", "87/2026"),
    ("§§ 87-89", "87–89"),
    ("87 och 89 §§", "87, 89"),
]


@pytest.mark.parametrize(("typed", "stored"), SPELLINGS)
def test_spellings(typed: str, stored: str) -> None:
    assert read_paragraph(typed) == stored
    assert read_paragraph(stored) == stored


@pytest.mark.parametrize("typed", ["", "§", "TN 12", "0", "sida 3", "87 abc", "2026-05-06-7 x"])
def test_no_paragraphs(typed: str) -> None:
    assert read_paragraph(typed) is None


@pytest.mark.parametrize(
    ("stored", "written"),
    [("87", "§ 87"), ("§ 87", "§ 87"), ("87 §", "§ 87"), ("87–89", "§§ 87–89"), ("", ""), ("§", ""), ("bil. 2", "§ bil. 2")],
)
def test_one_sign_however_it_was_stored(stored: str, written: str) -> None:
    assert written_paragraph(stored) == written
