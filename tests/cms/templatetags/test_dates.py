"""Dates as a letter writes them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from cms import clock
from cms.templatetags import dates

TODAY = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _the_tenth_of_march() -> Iterator[None]:
    with clock.at(TODAY), translation.override("en"):
        yield


def test_written_in_both_languages() -> None:
    assert dates.written(date(2026, 3, 12)) == "Thursday 12 March"
    with translation.override("sv"):
        assert dates.written(date(2026, 3, 12)) == "torsdag 12 mars"


def test_year_is_written_when_it_is_another() -> None:
    assert dates.written(date(2027, 3, 12)) == "Friday 12 March 2027"
    assert dates.short(date(2025, 3, 12)) == "12 March 2025"


def test_day_is_the_municipalitys() -> None:
    assert dates.short(datetime(2026, 3, 31, 23, 30, tzinfo=UTC)) == "1 April"


def test_time_of_day() -> None:
    assert dates.written_time(datetime(2026, 3, 12, 13, 30, tzinfo=UTC)) == "Thursday 12 March at 14:30"
    with translation.override("sv"):
        assert "14.30" in dates.written_time(datetime(2026, 3, 12, 13, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("day", "left", "told"),
    [
        (date(2026, 3, 19), "9 days left", "in 9 days"),
        (date(2026, 3, 11), "1 day left", "tomorrow"),
        (date(2026, 3, 10), "last day today", "today"),
        (date(2026, 3, 9), "yesterday", "yesterday"),
        (date(2026, 3, 7), "3 days ago", "3 days ago"),
    ],
)
def test_days_are_counted_in_words(day: date, left: str, told: str) -> None:
    assert dates.days_left(day) == left
    assert dates.from_now(day) == told


def test_time_element_and_nothing() -> None:
    assert dates.day(date(2026, 3, 12), "short") == '<time datetime="2026-03-12">12 March</time>'
    assert dates.day(None) == dates.written(None) == dates.days_left(None) == ""
