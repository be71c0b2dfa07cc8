"""What officials do with a promise while people wait: say that nothing is new yet, and hand it over."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import User
from cms.text.plain import one_line
from participation.dialogues.facts import facts_of
from participation.events.tell import tell_nothing_new
from participation.feedback.actions.checks import FeedbackRefused, lock_dialogue, require_sorter
from participation.feedback.log import record
from participation.models import DialoguePage, ProgressNote
from participation.models.promise import STEP_MAX


@transaction.atomic
def say_nothing_new(dialogue: DialoguePage, by: User, next_step: str, next_by: date) -> ProgressNote:
    """Tell those who wait that nothing is new yet, and what comes next by when. It stands on the dialogue's page too."""
    page = lock_dialogue(dialogue)
    require_sorter(by, page)
    step = _checked_step(next_step)
    _require_waiting(page)
    if next_by < clock.today():
        raise FeedbackRefused(_("The day of the next step has passed. Give a day that is still to come."))
    note = ProgressNote.objects.create(dialogue=page, next_step=step, next_by=next_by, written_at=clock.now(), written_by=by)
    record(page, by, "nothing_new", step=step, day=next_by.isoformat())
    tell_nothing_new(note)
    return note


def _checked_step(words: str) -> str:
    step = one_line(words).rstrip(".")
    if not step:
        raise FeedbackRefused(_("Write what comes next."))
    if len(step) > STEP_MAX:
        raise FeedbackRefused(
            _("The next step may have %(max)s characters; this one has %(length)s.") % {"max": STEP_MAX, "length": len(step)}
        )
    return step


def _require_waiting(page: DialoguePage) -> None:
    if not page.live or page.is_record or page.cancelled_on is not None:
        raise FeedbackRefused(_("Nobody waits for an answer here: the dialogue is not published, or it has been cancelled."))
    if facts_of(page).is_answered:
        raise FeedbackRefused(_("The dialogue is answered. Tell how it goes in the follow-up instead."))
