"""The stage of a demonstration: the day it is loaded, and everything the host has put on it by name."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone, translation
from django.utils.formats import date_format

from cms.accounts.models import User
from cms.organisation.models import Administration, Body, Place, TargetGroup, Topic

_PLACEHOLDER = re.compile(r"\{(day|workday|Workday|year)([+-]\d+)?\}")
_SATURDAY = 5


@dataclass
class Demo:
    """What a plugin's `load_demo` finds and adds to; rows are known by their slugs, accounts by their keys."""

    today: date
    accounts: dict[str, User] = field(default_factory=dict)
    administrations: dict[str, Administration] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    target_groups: dict[str, TargetGroup] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    urls: list[tuple[str, str]] = field(default_factory=list)
    """Addresses worth a visit, each with what stands there; printed when the demo is loaded."""

    def day(self, offset: int | date) -> date:
        """The day so many days from the day of loading; a date stays what it is."""
        return self.today + timedelta(days=offset) if isinstance(offset, int) else offset

    def working_day(self, offset: int | date) -> date:
        """A day on which bodies meet: an offset that falls on a weekend gives the Friday before."""
        day = self.day(offset)
        past_friday = day.weekday() - _SATURDAY + 1
        return day - timedelta(days=past_friday) if isinstance(offset, int) and past_friday > 0 else day

    def moment(self, offset: int, hour: int = 9, minute: int = 0) -> datetime:
        """An instant on a day."""
        return timezone.make_aware(datetime.combine(self.day(offset), time(hour, minute)))

    def words(self, text: str, language: str = "sv") -> str:
        """A text with `{day+6}`, `{workday+6}` and `{year-1}` written out in its language."""
        with translation.override(language):
            return _PLACEHOLDER.sub(self._written, text)

    def _written(self, match: re.Match[str]) -> str:
        what, offset = match[1], int(match[2] or 0)
        if what == "year":
            return str(self.today.year + offset)
        written = date_format(self.day(offset) if what == "day" else self.working_day(offset), "l j F")
        return written[0].upper() + written[1:] if what == "Workday" else written
