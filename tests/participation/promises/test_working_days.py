"""Working days: weekends and Swedish holidays are not counted."""

from datetime import date

import pytest

from participation.promises.working_days import is_working_day, working_days_after


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 3, 3), True),
        (date(2026, 3, 7), False),  # a Saturday
        (date(2026, 1, 6), False),  # Epiphany
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 5, 14), False),  # Ascension Day
        (date(2026, 5, 15), True),  # the day after it
        (date(2026, 6, 6), False),  # National Day
        (date(2026, 6, 18), True),
        (date(2026, 6, 19), False),  # Midsummer Eve: a day off in practice, as the package says
        (date(2026, 12, 24), False),
        (date(2027, 6, 25), False),  # the next year's Midsummer Eve
    ],
)
def test_who_works_on(day: date, works: bool) -> None:
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("day", "number", "lands_on"),
    [
        (date(2026, 3, 3), 3, date(2026, 3, 6)),  # Tuesday to Friday
        (date(2026, 3, 6), 3, date(2026, 3, 11)),  # over a weekend
        (date(2026, 3, 7), 1, date(2026, 3, 9)),  # from a Saturday
        (date(2026, 4, 1), 3, date(2026, 4, 8)),  # over Easter
        (date(2026, 6, 17), 3, date(2026, 6, 23)),  # over Midsummer
        (date(2026, 12, 23), 3, date(2026, 12, 30)),  # over Christmas
        (date(2026, 3, 3), 0, date(2026, 3, 3)),
    ],
)
def test_counting(day: date, number: int, lands_on: date) -> None:
    assert working_days_after(day, number) == lands_on
