"""Reminds the one who answers for a promise, and the coordinators: 14 and 3 days before, and when the day passes."""

from datetime import date, time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from cms import clock
from cms.accounts.models import User
from cms.organisation.roles import coordinators
from cms.outbox.actions import send_later
from cms.outbox.mails import Letter, MailKind, absolute, mail_kinds, render_letter
from cms.outbox.registry import Sweep, sweeps
from cms.templatetags.dates import from_now, written
from participation.choices import OutcomeStep
from participation.dialogues.queries import DialogueRow
from participation.feedback.admin.addresses import themes_url
from participation.models import Commitment, Contribution, DialoguePage, OutcomePage
from participation.promises.due import Due, due_at, find_due

REMINDER = "participation.promise_reminder"
NOT_BEFORE = time(7, 0)


def register() -> None:
    """Called when the app is ready."""
    mail_kinds.register(MailKind(REMINDER, gettext_lazy("Reminder of a promised day"), reminder_letter))
    sweeps.register(Sweep("participation.reminders", gettext_lazy("Reminders of promised days"), timedelta(minutes=30), remind))


def remind() -> int:
    """Write today's reminders, from seven in the morning; each once for each person."""
    at = clock.now()
    if timezone.localtime(at).time() < NOT_BEFORE:
        return 0
    known = list(coordinators())
    return sum(_remind(due, known) for due in due_at(at))


@transaction.atomic
def _remind(due: Due, known: list[User]) -> int:
    key = str(due.commitment.translation_key) if due.commitment else ""
    payload = {"dialogue": due.row.page.pk, "commitment": key, "day": due.day.isoformat()}
    people = {person.pk for person in [due.row.page.feedback_responsible, *known] if person is not None and person.is_active}
    return sum(send_later(REMINDER, payload | {"user": pk}, dedupe_key=f"{due.key}:{pk}") for pk in sorted(people))


def reminder_letter(payload: dict[str, Any]) -> Letter | None:
    """The reminder, if the promise stands as it did and the person still answers for it or coordinates."""
    person = User.objects.filter(pk=payload["user"], is_active=True).first()
    due = find_due(payload["dialogue"], payload["commitment"], payload["day"], clock.now())
    if person is None or due is None:
        return None
    row, commitment = due
    answers = row.page.feedback_responsible_id == person.pk
    if not answers and not coordinators().filter(pk=person.pk).exists():
        return None
    with override(settings.LANGUAGE_CODE):
        day = date.fromisoformat(payload["day"])
        context = {
            "title": row.page.title,
            "what": commitment.what if commitment else "",
            "who": commitment.who if commitment else "",
            "day": written(day),
            "when": from_now(day),
            "is_late": day < clock.today(),
            "missing": missing_of(row, commitment),
            "admin_url": absolute(_promise_url(row, commitment)),
            "edit_url": absolute(_editor(row.page)),
            "answers": answers,
        }
        return render_letter(
            person.email, _subject(row, commitment, day), "participation/promises/mail/reminder", context, settings.LANGUAGE_CODE
        )


def _subject(row: DialogueRow, commitment: Commitment | None, day: date) -> str:
    facts = {"when": from_now(day), "title": row.page.title}
    if commitment is not None:
        return _("A commitment is due %(when)s: %(what)s") % {"when": from_now(day), "what": commitment.what}
    if day < clock.today():
        return _("An answer is late, it was promised %(when)s: %(title)s") % facts
    return _("An answer is promised %(when)s: %(title)s") % facts


def _promise_url(row: DialogueRow, commitment: Commitment | None) -> str:
    """Where the promise is kept: the themes and answers, or the follow-up with its commitments."""
    return _editor(commitment.page) if commitment is not None else themes_url(row.page)


def _editor(page: DialoguePage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def missing_of(row: DialogueRow, commitment: Commitment | None = None) -> list[str]:
    """What is left to do before the promise is kept, in words."""
    if commitment is not None:
        return [_("Status: %(status)s. Change it in the follow-up when something happens.") % {"status": commitment.get_status_display()}]
    return [words for words in (_unsorted(row.page), _outcome(row)) if words]


def _unsorted(page: DialoguePage) -> str:
    number = Contribution.objects.filter(dialogue=page).needing_answer().count()
    words = ngettext("%(count)d contribution lies in no theme.", "%(count)d contributions lie in no theme.", number)
    return words % {"count": number} if number else ""


def _outcome(row: DialogueRow) -> str:
    live = row.loaded.outcome
    if live is not None:
        return _("The outcome is published, with what was said only.") if live.step == OutcomeStep.SAID else ""
    if OutcomePage.objects.child_of(row.page).exists():
        return _("The outcome is a draft.")
    return _("The outcome has not been begun.")
