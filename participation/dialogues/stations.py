"""A station of a dialogue's timeline, and the last day before an exclusive end."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import date as Day

from django.utils import timezone
from django.utils.functional import Promise

DONE, CURRENT, COMING, MISSED, CANCELLED = "done", "current", "coming", "missed", "cancelled"


@dataclass(frozen=True)
class Station:
    """A station: its label, how far it is, and its day (or words that stand instead of a day)."""

    name: str
    label: str | Promise
    status: str
    date: Day | None = None
    when: str = ""
    note: str = ""
    url: str = ""


def last_day(closes_at: datetime) -> date:
    """The last day of a span whose exclusive end is `closes_at`."""
    return timezone.localtime(closes_at - timedelta(microseconds=1)).date()
