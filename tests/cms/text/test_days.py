"""Days and times are read as people write them; what can be read in two ways is refused."""

from contextlib import suppress
from datetime import date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from cms.text.days import read_day, read_moment, read_time


def today():
    return date(2026, 2, 10)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-03-05", "2026-3-5", "2026/03/05", "2026.3.5", "2026 03 05", "20260305", " 2026–03–05 ", "２０２６-03-05",
        "5/3/2026", "05/03/2026", "5.3.2026", "5. 3. 2026", "5-3-2026", "5/3 2026", "5/3-2026", "5/3", "5.3.",
        "5 mars 2026", "5 MARS 2026", "5 mar. 2026", "den 5 mars 2026", "5:e mars 2026", "torsdag 5 mars", "Torsdagen den 5 mars",
        "tors. 5 mars 2026", "5 mars", "5mars2026",
        "5 March 2026", "5th of March 2026", "the 5th March 2026", "March 5, 2026", "Thursday, 5 March 2026", "Mar 5 2026",
        "5\u00a0mars\u00a02026", "5 mars\u200b 2026\u2028",
    ],
)  # fmt: skip
def test_a_day(typed):
    assert read_day(typed, today) == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/12/2026", date(2026, 12, 31)),
        ("1 maj 2026", date(2026, 5, 1)),
        ("1 May 2026", date(2026, 5, 1)),
        ("17 sept 2026", date(2026, 9, 17)),
        ("6 okt 2026", date(2026, 10, 6)),
        ("30/12", date(2025, 12, 30)),
    ],
)
def test_other_days(typed, day):
    assert read_day(typed, today) == day


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31/2/2026", "Det finns ingen dag"),
        ("29 februari 2026", "Det finns ingen dag"),
        ("20261331", "Det finns ingen dag"),
        ("12/31/2026", "Det finns ingen dag"),
        ("29/2", "Det finns ingen dag"),
        ("31/11", "Det finns ingen dag"),
        ("26-03-05", "fyra siffror"),
        ("260305", "fyra siffror"),
        ("5/3/26", "fyra siffror"),
        ("5 mars 26", "fyra siffror"),
        ("i maj", "kan inte läsas"),
        ("snart", "kan inte läsas"),
        ("5 mors 2026", "kan inte läsas"),
        ("2026", "kan inte läsas"),
        ("NaN-NaN-NaN", "kan inte läsas"),
        ("0026-03-05", "1900"),
        ("5 mars 20266", "kan inte läsas"),
        ("2260-03-05", "2199"),
    ],
)
def test_what_is_no_day_is_refused_in_words(typed, why):
    with pytest.raises(ValidationError, match=why):
        read_day(typed, today)


@pytest.mark.parametrize("typed", ["14:30", "14.30", "kl. 14.30", "kl 14:30", "klockan 14.30", "1430", "2:30 pm", "2.30 p.m.", "14:30:00"])
def test_a_time(typed):
    assert read_time(typed) == time(14, 30)


@pytest.mark.parametrize("typed", ["24:00", "25.10", "14:61", "13 pm", "halv tre", "", "1" * 9])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(ValidationError, match="klockslag"):
        read_time(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-03-05 14:30", "2026-03-05T14:30", "2026-03-05 14:30:00", "20260305 14.30", "5 mars 2026 kl. 14.30", "5 mars 2026, kl 14:30",
        "5/3 14.30", "5.3.2026 14.30", "torsdag 5 mars kl 14.30", "5 March 2026 at 2:30 pm", "March 5, 2026 14:30",
    ],
)  # fmt: skip
def test_a_moment(typed):
    assert read_moment(typed, today) == datetime(2026, 3, 5, 14, 30)


def test_a_moment_without_a_time_is_midnight():
    assert read_moment("5 mars 2026", today) == datetime(2026, 3, 5)
    assert read_moment("5 mars 2026 kl 9", today) == datetime(2026, 3, 5, 9)


@given(st.text())
def test_anything_is_a_day_or_refused(typed):
    for read in (lambda: read_day(typed, today), lambda: read_moment(typed, today), lambda: read_time(typed)):
        with suppress(ValidationError):
            read()


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_that_is_written_as_it_is_shown_is_that_day(day):
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y%m%d"):
        assert read_day(day.strftime(form), today) == day
