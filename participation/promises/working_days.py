"""Working days in Sweden: what falls on a weekend or a holiday is not counted.

Holidays are those that the package `holidays` knows as public, and as days off in practice (Midsummer Eve, Christmas Eve,
New Year's Eve), when nobody at a municipality answers either.
"""

from datetime import date, timedelta

import holidays

CATEGORIES = ("public", "de_facto")
_SATURDAY = 5
_known = holidays.country_holidays("SE", categories=CATEGORIES)


def is_working_day(day: date) -> bool:
    """Whether people at a municipality work on this day."""
    return day.weekday() < _SATURDAY and day not in _known


def working_days_after(day: date, number: int) -> date:
    """The day that lies so many working days after this one; `day` itself need not be one."""
    while number > 0:
        day += timedelta(days=1)
        number -= is_working_day(day)
    return day
