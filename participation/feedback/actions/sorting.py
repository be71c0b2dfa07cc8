"""Putting contributions into themes, and saying which need no answer of their own."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import User
from cms.text.plain import one_line
from participation.choices import NoAnswerReason
from participation.events.tell import tell_sorted
from participation.feedback.actions.checks import (
    FeedbackRefused,
    codes_of,
    lock_contributions,
    lock_theme,
    named,
    require_same_dialogue,
    require_sorter,
)
from participation.feedback.log import record
from participation.models import Contribution, DialoguePage, NoAnswerNeeded, Theme, ThemeContribution

NOTE_MAX = NoAnswerNeeded._meta.get_field("note").max_length or 300


@transaction.atomic
def sort_into_theme(theme: Theme, contributions: Iterable[Contribution], by: User) -> int:
    """Put contributions of the theme's dialogue into the theme; returns how many were not there yet.

    One that was marked as needing no answer now waits for the theme's answer instead.
    """
    theme = lock_theme(theme)
    require_sorter(by, theme.dialogue)
    rows = lock_contributions(contributions)
    require_same_dialogue(rows, theme.dialogue)
    already = set(theme.links.filter(contribution__in=rows).values_list("contribution_id", flat=True))
    new = [row for row in rows if row.pk not in already]
    moment = clock.now()
    links = [ThemeContribution(theme=theme, contribution=row, sorted_by=by, sorted_at=moment) for row in new]
    ThemeContribution.objects.bulk_create(links)
    NoAnswerNeeded.objects.filter(contribution__in=rows).delete()
    if new:
        record(theme.dialogue, by, "sort", theme=theme.title, codes=codes_of(new))
        tell_sorted(theme, new)
    return len(new)


@transaction.atomic
def take_out_of_theme(theme: Theme, contributions: Iterable[Contribution], by: User) -> int:
    """Take contributions out of a theme; returns how many lay there."""
    theme = lock_theme(theme)
    require_sorter(by, theme.dialogue)
    rows = lock_contributions(contributions)
    require_same_dialogue(rows, theme.dialogue)
    links = theme.links.filter(contribution__in=rows)
    taken = list(Contribution.objects.filter(pk__in=links.values("contribution")).order_by("pk"))
    links.delete()
    if taken:
        record(theme.dialogue, by, "take_out", theme=theme.title, codes=codes_of(taken))
    return len(taken)


@transaction.atomic
def mark_no_answer_needed(contributions: Iterable[Contribution], by: User, reason: str, note: str = "") -> int:
    """Say that contributions need no answer of their own, and why; their receipts show it. Returns how many.

    A mark that is there already gets the new reason. Refused for one that lies in a theme: the theme answers it.
    """
    reason, note = _checked_reason(reason, note)
    rows = lock_contributions(contributions)
    _require_sorter_of_all(by, rows)
    in_theme = set(ThemeContribution.objects.filter(contribution__in=rows).values_list("contribution_id", flat=True))
    if in_theme:
        codes = named(codes_of(row for row in rows if row.pk in in_theme))
        raise FeedbackRefused(_("These lie in a theme, which answers them: %(codes)s. Take them out of it first.") % {"codes": codes})
    NoAnswerNeeded.objects.filter(contribution__in=rows).delete()
    moment = clock.now()
    NoAnswerNeeded.objects.bulk_create(
        NoAnswerNeeded(contribution=row, reason=reason, note=note, decided_by=by, decided_at=moment) for row in rows
    )
    _record_each(rows, by, "no_answer_needed", reason=reason, note=note)
    return len(rows)


@transaction.atomic
def unmark_no_answer_needed(contributions: Iterable[Contribution], by: User) -> int:
    """Take the mark away: the contributions wait for an answer again. Returns how many had it."""
    rows = lock_contributions(contributions)
    _require_sorter_of_all(by, rows)
    marks = NoAnswerNeeded.objects.filter(contribution__in=rows)
    marked = list(Contribution.objects.filter(pk__in=marks.values("contribution")).order_by("pk"))
    marks.delete()
    _record_each(marked, by, "answer_needed")
    return len(marked)


def _checked_reason(reason: str, note: str) -> tuple[str, str]:
    if reason not in NoAnswerReason.values:
        raise FeedbackRefused(_("Choose a reason from the list."))
    note = one_line(note)
    if len(note) > NOTE_MAX:
        raise FeedbackRefused(_("The note may have %(max)s characters; this one has %(length)s.") % {"max": NOTE_MAX, "length": len(note)})
    return reason, note


def _by_dialogue(rows: list[Contribution]) -> dict[DialoguePage, list[Contribution]]:
    pages = DialoguePage.objects.in_bulk({row.dialogue_id for row in rows})
    grouped: dict[DialoguePage, list[Contribution]] = defaultdict(list)
    for row in rows:
        grouped[pages[row.dialogue_id]].append(row)
    return grouped


def _require_sorter_of_all(by: User, rows: list[Contribution]) -> None:
    for dialogue in _by_dialogue(rows):
        require_sorter(by, dialogue)


def _record_each(rows: list[Contribution], by: User, entry: str, **data: Any) -> None:
    for dialogue, own in _by_dialogue(rows).items():
        record(dialogue, by, entry, codes=codes_of(own), **data)
