"""Calendar files as RFC 5545 has them: days that people put into their own calendar.

A day keeps its UID when it is moved or cancelled, and its SEQUENCE grows, so that a calendar which knows it changes it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings

from cms.text.characters import clean_lines

CONTENT_TYPE = "text/calendar; charset=utf-8"
LINE = 75  # octets, without the line's end (3.1)
BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)  # SEQUENCE is an integer of 32 bits: minutes since then


@dataclass(frozen=True)
class CalendarDay:
    """A whole day: `key` never changes, `changed_at` is when its cause was last changed."""

    key: str
    day: date
    summary: str
    url: str
    changed_at: datetime
    description: str = ""
    is_cancelled: bool = False


def calendar_file(name: str, days: Iterable[CalendarDay], at: datetime) -> str:
    """The file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gensvar//Gensvar//SV", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"NAME:{_escaped(name)}", f"X-WR-CALNAME:{_escaped(name)}", f"X-WR-TIMEZONE:{settings.TIME_ZONE}"]
    for day in days:
        lines += _event(day, at)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(day: CalendarDay, at: datetime) -> Iterator[str]:
    """A day without hours (3.6.1): it is the same day wherever the reader is, and keeps nobody busy."""
    yield "BEGIN:VEVENT"
    yield f"UID:{day.key}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}"
    yield f"DTSTAMP:{_instant(at)}"
    yield f"LAST-MODIFIED:{_instant(day.changed_at)}"
    yield f"SEQUENCE:{max(int((day.changed_at - BEGINNING) / timedelta(minutes=1)), 0)}"
    yield f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(day.summary)}"
    if day.description:
        yield f"DESCRIPTION:{_escaped(day.description)}"
    yield f"URL:{day.url}"
    yield f"STATUS:{'CANCELLED' if day.is_cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Text as 3.3.11 has it."""
    text = clean_lines(text).replace("\r\n", "\n").replace("\r", "\n")
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, each but the first begun by a space; no letter is cut in two."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LINE:
            yield part
            part = " "
        part += letter
    yield part
