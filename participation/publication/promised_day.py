"""A promised day does not move in silence: each publication of another day leaves a row with its reason."""

from datetime import date
from typing import Any

from django.db import transaction

from cms import clock
from cms.accounts.models import User
from cms.text.plain import one_line


def promised_day(page: Any) -> date | None:
    """The day that was last published as a promise; None while nothing was."""
    stored = type(page).objects.filter(pk=page.pk)
    last = _last(page)
    if last is not None:
        return last.new_date
    return stored.filter(live=True).values_list("feedback_due_on", flat=True).first() if page.pk else None


def is_moved(page: Any) -> bool:
    """Whether a page that is about to be published promises another day than people were told."""
    told = promised_day(page)
    return told is not None and page.feedback_due_on is not None and page.feedback_due_on != told


@transaction.atomic
def remember_promise(page: Any, told: date | None, *, by: User | None) -> None:
    """Keep the day that was published just now; `told` is the one people knew until then."""
    stored = type(page).objects.filter(pk=page.pk, live=True)
    facts = stored.values("feedback_due_on", "due_change_reason").first()
    if facts is None or not page.is_canonical or facts["feedback_due_on"] is None:
        return
    last = _last(page)
    if last is not None and last.new_date == facts["feedback_due_on"]:
        return
    moved = told is not None and told != facts["feedback_due_on"]
    page.promise_changes.create(
        old_date=told if moved else None,
        new_date=facts["feedback_due_on"],
        reason=one_line(facts["due_change_reason"]) if moved else "",
        changed_at=clock.now(),
        changed_by=by,
    )
    stored.update(due_change_reason="")


def forget_told_reason(page: Any) -> None:
    """A draft that was published keeps its reason; the next move of the day needs a reason of its own."""
    if page.due_change_reason and page.pk:
        last = _last(page)
        if last is not None and last.new_date == page.feedback_due_on and last.reason == one_line(page.due_change_reason):
            page.due_change_reason = ""


def _last(page: Any) -> Any:
    return page.promise_changes.last() if page.pk else None
