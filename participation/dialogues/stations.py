"""A station of a dialogue's timeline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day

from django.utils.functional import Promise

from cms.templatetags.dates import short

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
    phrase: str = ""  # what it says where it stands alone and its label and day would not

    @property
    def in_words(self) -> str:
        """The station where it stands alone, as on a card: "Answer by 15 May", "Done 16 April"."""
        if self.phrase:
            return self.phrase
        words = " ".join(filter(None, [str(self.label), self.when or short(self.date)]))
        return f"{words}, {self.note}" if self.status == MISSED and self.note else words


def in_order_of_days(stations: Iterable[Station]) -> list[Station]:
    """Stations in the order in which they came; one without a day stays after the one before it."""
    rows, days = list(stations), list[Day]()
    for station in rows:
        days.append(station.date or (days[-1] if days else Day.min))
    return [rows[number] for number in sorted(range(len(rows)), key=lambda number: (days[number], number))]
