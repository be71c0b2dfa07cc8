"""The days of a dialogue for one's own calendar: the last day of each phase, and the day of the answer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.http.icalendar import CalendarDay
from participation.dialogues.page_parts import phases_of
from participation.dialogues.queries import DialogueRow
from participation.models import DialoguePage

NEVER = datetime(2020, 1, 1, tzinfo=UTC)


def days_of(row: DialogueRow, shown: DialoguePage, title: str) -> list[CalendarDay]:
    """The days, in order. What was cancelled is told as cancelled, so that it leaves the calendars that hold it."""
    days = [*_last_days(row, shown, title), *_answer(row, title)]
    return [replace(day, is_cancelled=row.facts.cancelled) for day in sorted(days, key=lambda day: day.day)]


def _last_days(row: DialogueRow, shown: DialoguePage, title: str) -> Iterator[CalendarDay]:
    ordered = sorted(row.page.phases.all(), key=lambda phase: phase.opens_at)
    for phase, view in zip(ordered, phases_of(shown, row.page, row.at), strict=True):
        summary = _("Last day: %(title)s") % {"title": title}
        said = _("%(phase)s: %(may)s") % {"phase": view.name, "may": view.may} if view.may else str(view.name)
        yield _day(row, f"phase-{phase.translation_key}", view.last, summary, said)


def _answer(row: DialogueRow, title: str) -> Iterator[CalendarDay]:
    facts = row.facts
    day = facts.answered_on if facts.is_answered else facts.feedback_due_on
    if day is None or facts.is_record:
        return
    summary = _("The answer came: %(title)s") if facts.is_answered else _("The answer comes by today: %(title)s")
    yield _day(row, f"answer-{row.page.translation_key}", day, summary % {"title": title})


def _day(row: DialogueRow, key: str, day: object, summary: str, description: str = "") -> CalendarDay:
    url = settings.BASE_URL.rstrip("/") + reverse("participation:short_link", args=[row.page.pk])
    return CalendarDay(key, day, summary, url, row.changed_at or NEVER, description)  # type: ignore[arg-type]
