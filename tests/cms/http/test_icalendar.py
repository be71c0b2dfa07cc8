"""Calendar files hold to RFC 5545: lines, letters, whole days, and the same day again when it is moved."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.http.icalendar import LINE, CalendarDay, calendar_file

AT = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)


def file_with(**changes: object) -> str:
    day = {
        "key": "phase-1",
        "day": date(2026, 12, 19),
        "summary": "Sista dagen",
        "url": "http://testserver/d/1/",
        "changed_at": AT,
    } | changes
    return calendar_file("Säker väg", [CalendarDay(**day)], AT)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def value(text: str, name: str) -> str:
    return next(line.partition(":")[2] for line in unfolded(text) if line.startswith(f"{name}:"))


def test_a_day_is_a_whole_day_and_keeps_nobody_busy() -> None:
    text = file_with()
    assert "DTSTART;VALUE=DATE:20261219\r\nDTEND;VALUE=DATE:20261220\r\n" in text
    assert value(text, "TRANSP") == "TRANSPARENT"
    assert value(text, "UID") == "phase-1@testserver"
    assert value(text, "DTSTAMP") == "20261201T083000Z"
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") and text.endswith("END:VCALENDAR\r\n")


def test_what_is_changed_is_the_same_day_with_a_higher_sequence() -> None:
    before, after = file_with(), file_with(day=date(2026, 12, 26), changed_at=AT + timedelta(minutes=1))
    assert value(before, "UID") == value(after, "UID")
    assert int(value(after, "SEQUENCE")) == int(value(before, "SEQUENCE")) + 1


@pytest.mark.parametrize(("is_cancelled", "status"), [(False, "CONFIRMED"), (True, "CANCELLED")])
def test_what_is_cancelled_says_so(is_cancelled: bool, status: str) -> None:
    assert value(file_with(is_cancelled=is_cancelled), "STATUS") == status


def test_signs_with_a_meaning_are_escaped() -> None:
    assert value(file_with(summary="Väg, skola; och \\ annat\nrad två"), "SUMMARY") == "Väg\\, skola\\; och \\\\ annat\\nrad två"


@given(st.text(max_size=300))
def test_no_line_is_too_long_and_no_letter_is_cut(summary: str) -> None:
    text = file_with(summary=summary)
    assert all(len(line.encode()) <= LINE for line in text.split("\r\n"))
    assert sum(line.startswith("SUMMARY:") for line in unfolded(text)) == 1
    assert text.count("BEGIN:VEVENT") == 1 and unfolded(text)[-2] == "END:VCALENDAR"
