"""What is missing is told in one line with the part of the form, and the row where there is one."""

from datetime import UTC, date, datetime

from participation.publication.missing import Candidate, Missing


def test_the_part_and_the_row_are_named() -> None:
    assert str(Missing("phases", "Faser", "Lägg till en.").sentence) == "Faser: Lägg till en."
    assert "Ring oss" in str(Missing("other_ways", "Sätt", "Skriv numret.", "Ring oss", "phone").sentence)


def test_a_row_without_a_name_is_told_by_its_part() -> None:
    assert str(Missing("phases", "Faser", "Skriv dagen.", "", "opens_at").sentence) == "Faser: Skriv dagen."


def test_the_day_is_the_municipality_s() -> None:
    assert Candidate(None, {}, None, datetime(2026, 12, 31, 23, 30, tzinfo=UTC)).today == date(2027, 1, 1)
