"""What everybody may read of moderation: how many, for which reasons, how fast. Never a text, never a name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median
from typing import Any

from django.db.models import Count, F, Min, Q
from django.db.models.functions import ExtractYear
from django.utils.timezone import get_default_timezone

from participation.choices import ContributionState
from participation.models import Contribution, ModerationDecision, Report, SecondLook
from participation.models.dialogue_queryset import DialogueQuerySet

State = ContributionState


@dataclass
class YearFigures:
    """Contributions received in a year, as they stand today."""

    year: int
    states: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    asked: int = 0
    changed: int = 0

    @property
    def received(self) -> int:
        return sum(self.states.values())


@dataclass(frozen=True)
class DialogueFigures:
    """One dialogue in which something was hidden, or looked at again."""

    dialogue: int
    received: int
    hidden: int
    asked: int
    changed: int


@dataclass(frozen=True)
class Speed:
    """The median time until somebody decided, and how many decisions that is read from."""

    typical: timedelta | None
    number: int


def year_figures(dialogues: DialogueQuerySet) -> list[YearFigures]:
    """For each year in which something was received, the latest first."""
    years: dict[int, YearFigures] = {}
    given = _given(dialogues).annotate(year=_year("received_at"))
    for year, state, reason, number in given.values_list("year", "state", "hidden_reason").annotate(number=Count("pk")):
        row = years.setdefault(year, YearFigures(year))
        row.states[state] += number
        if state == State.HIDDEN:
            row.reasons[reason] += number
    looks = SecondLook.objects.filter(contribution__dialogue__in=dialogues).order_by().annotate(year=_year("contribution__received_at"))
    for year, upheld, number in looks.values_list("year", "upheld").annotate(number=Count("pk")):
        row = years.setdefault(year, YearFigures(year))
        row.asked += number
        row.changed += number if upheld is False else 0
    return sorted(years.values(), key=lambda row: -row.year)


def dialogue_figures(dialogues: DialogueQuerySet) -> list[DialogueFigures]:
    """For each dialogue in which something is hidden or was asked to be looked at again, the most first."""
    hidden = Count("pk", filter=Q(state=State.HIDDEN))
    given = {
        pk: (received, out) for pk, received, out in _given(dialogues).values_list("dialogue").annotate(number=Count("pk"), hidden=hidden)
    }
    looks = SecondLook.objects.filter(contribution__dialogue__in=dialogues).order_by().values_list("contribution__dialogue")
    asked = {
        pk: (number, changed) for pk, number, changed in looks.annotate(number=Count("pk"), changed=Count("pk", filter=Q(upheld=False)))
    }
    rows = [DialogueFigures(pk, *given[pk], *asked.get(pk, (0, 0))) for pk in given if given[pk][1] or pk in asked]
    return sorted(rows, key=lambda row: (-row.hidden, -row.asked, row.dialogue))


def time_until_published(dialogues: DialogueQuerySet) -> Speed:
    """From receipt to publication, of what was read before it was published."""
    published = ModerationDecision.objects.filter(contribution__dialogue__in=dialogues, verb=ModerationDecision.Verb.PUBLISHED)
    first = published.order_by().values("contribution").annotate(first=Min("decided_at"))
    return _speed(first.values_list(F("first") - F("contribution__received_at"), flat=True))


def time_until_looked_at(dialogues: DialogueQuerySet) -> Speed:
    """From a report until somebody had decided about it."""
    handled = Report.objects.filter(contribution__dialogue__in=dialogues).exclude(handled_at=None)
    return _speed(handled.order_by().values_list(F("handled_at") - F("reported_at"), flat=True))


def number_of_reports(dialogues: DialogueQuerySet) -> int:
    """How many reports came in."""
    return Report.objects.filter(contribution__dialogue__in=dialogues).count()


def _given(dialogues: DialogueQuerySet) -> Any:
    return Contribution.objects.filter(dialogue__in=dialogues, is_official=False).order_by()


def _year(moment: str) -> ExtractYear:
    return ExtractYear(moment, tzinfo=get_default_timezone())


def _speed(times: Iterable[timedelta]) -> Speed:
    seconds = [time.total_seconds() for time in times]
    return Speed(timedelta(seconds=median(seconds)) if seconds else None, len(seconds))
