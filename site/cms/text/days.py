"""Days and times as people write them: `2026-03-05`, `20260305`, `5/3`, `5.3.2026`, `5 mars 2026`, `March 5, 2026`, `kl. 14.30`.

The day stands before the month, as in Sweden. A day without a year is the nearest one. What can be read in two ways, such as a
year of two digits, is refused with a sentence that says how to write it: nothing is guessed.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.text.characters import clean_line
from cms.text.facts import with_facts

FIRST_YEAR, LAST_YEAR = 1900, 2199
_MONTHS = (
    ("januari", "january"), ("februari", "february"), ("mars", "march"), ("april",), ("maj", "may"), ("juni", "june"), ("juli", "july"),
    ("augusti", "august"), ("september",), ("oktober", "october"), ("november",), ("december",),
)  # fmt: skip
_WEEKDAYS = "måndag tisdag onsdag torsdag fredag lördag söndag monday tuesday wednesday thursday friday saturday sunday"
_SHORT_WEEKDAYS = sorted({day[:length] for day in _WEEKDAYS.split() for length in range(3, len(day) + 1)}, key=len, reverse=True)
_BEFORE = re.compile(rf"^(?:(?:{'|'.join(_SHORT_WEEKDAYS)})(?:en)?\.?,?\s+)?(?:den |the |on )?\s*")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})(?P<between>\s*[-/. ]\s*)(?P<month>[0-9]{1,2})\s*[-/. ]\s*(?P<day>[0-9]{1,2})")
_EIGHT_DIGITS = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})\s*[./-]\s*(?P<month>[0-9]{1,2})(?:\s*[./ -]\s*(?P<year>[0-9]{4}))?\.?")
_DAY_AND_WORD = re.compile(
    r"(?P<day>[0-9]{1,2})(?:\.|:?[ea]|st|nd|rd|th)?\s*(?:of |i )?\s*(?P<word>[^\W\d_]+)\.?,?(?:\s*(?P<year>[0-9]{4}))?"
)
_WORD_AND_DAY = re.compile(r"(?P<word>[^\W\d_]+)\.?\s*(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:,?\s+(?P<year>[0-9]{4}))?")
_ORDERS = (_YEAR_FIRST, _EIGHT_DIGITS, _DAY_FIRST, _DAY_AND_WORD, _WORD_AND_DAY)
_SHORT_YEAR = re.compile(r"[0-9]{6}|[0-9]{1,2}\s*[-/. ]\s*[0-9]{1,2}\s*[-/. ]\s*[0-9]{2}|.*[^\W\d_]\.?,?\s*'?[0-9]{2}")
_CLOCK = r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})(?:[.,][0-9]+)?)?)?"
_HALF = r"\s*(?P<half>[ap]\.?m\.?)?"
_CALLED = r"(?:kl\.?|klockan|at)\s*"
_TIME = re.compile(rf"(?:{_CALLED})?(?:{_CLOCK}{_HALF}|(?P<digits>[0-9]{{4}}))")
_MOMENT = re.compile(
    rf"(?P<when>.+?)(?:,?\s*(?P<called>{_CALLED}[0-9].*)|(?:,?\s+|(?<=[0-9])t)(?P<time>[0-9]{{1,2}}[:.][0-9]{{2}}(?:[:.][0-9]{{2}}(?:[.,][0-9]+)?)?{_HALF}))"
)

UNREADABLE = _("“%(typed)s” cannot be read as a day. Write it like 2026-12-31 or 31 December 2026.")
NO_SUCH_DAY = _("There is no such day as “%(typed)s”. Write the year, the month and the day: 2026-12-31.")
SHORT_YEAR = _("Write the year with four digits, such as 2026-12-31: “%(typed)s” can be read in several ways.")
OTHER_YEAR = with_facts(_("The year must lie between %(first)s and %(last)s."), first=str(FIRST_YEAR), last=str(LAST_YEAR))
NO_TIME = _("“%(typed)s” cannot be read as a time. Write it like 14:30.")


def read_day(typed: str, today: Callable[[], date]) -> date:
    """The day that somebody means; without a year, the one nearest to `today()`. Raises ValidationError with a sentence that helps."""
    text = _BEFORE.sub("", _plain(typed))
    read = next((match for match in (order.fullmatch(text) for order in _ORDERS) if match and _month_of(match) is not None), None)
    if read is None:
        raise _refused(SHORT_YEAR if _SHORT_YEAR.fullmatch(text) else UNREADABLE, typed)
    if read["year"]:
        return _day(int(read["year"]), read, typed)
    now = today()
    near = [day for year in range(now.year - 1, now.year + 2) if (day := _possible(year, read)) is not None]
    if not near:
        raise _refused(NO_SUCH_DAY, typed)
    return min(near, key=lambda day: abs(day - now))


def read_time(typed: str) -> time:
    """The time of day that somebody means. Raises ValidationError with a sentence that helps."""
    read = _TIME.fullmatch(_plain(typed))
    if read is None:
        raise _refused(NO_TIME, typed)
    if read["digits"]:
        hour, minute = int(read["digits"][:2]), int(read["digits"][2:])
    else:
        hour, minute = int(read["hour"]), int(read["minute"] or 0)
    if read["half"]:
        hour = _of_half(hour, read["half"][0])
    try:
        return time(hour, minute, int(read["second"] or 0))
    except ValueError:
        raise _refused(NO_TIME, typed) from None


def read_moment(typed: str, today: Callable[[], date]) -> datetime:
    """The day and the time that somebody means, on the clock of the municipality; midnight where no time is written."""
    read = _MOMENT.fullmatch(_plain(typed))
    if read is None:
        return datetime.combine(read_day(typed, today), time.min)
    return datetime.combine(read_day(read["when"], today), read_time(read["called"] or read["time"]))


def _plain(typed: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", clean_line(typed)).translate(_HYPHENS).casefold().split())


def _refused(sentence: Any, typed: str) -> ValidationError:
    return ValidationError(sentence, code="invalid", params={"typed": " ".join(clean_line(typed).split())[:60]})


def _month_of(match: re.Match[str]) -> int | None:
    """The number of the month; None where the word names none."""
    groups = match.groupdict()
    if groups.get("month"):
        return int(groups["month"])
    word = groups.get("word") or ""
    return next((number for number, names in enumerate(_MONTHS, 1) if len(word) > 2 and any(name.startswith(word) for name in names)), None)


def _day(year: int, match: re.Match[str], typed: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _refused(OTHER_YEAR, typed)
    day = _possible(year, match)
    if day is None:
        raise _refused(NO_SUCH_DAY, typed)
    return day


def _possible(year: int, match: re.Match[str]) -> date | None:
    try:
        return date(year, _month_of(match) or 0, int(match["day"]))
    except ValueError:
        return None


def _of_half(hour: int, half: str) -> int:
    """An hour of the English clock; 24 where there is no such hour."""
    if not 1 <= hour <= 12:
        return 24
    return hour % 12 + (12 if half == "p" else 0)
