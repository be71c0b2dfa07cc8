"""Who answers by name for what is not finished, and how a successor takes it over."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from cms import clock
from cms.accounts.duties import Duty, OpenDuty, duties
from cms.accounts.models import User
from participation.feedback.log import record
from participation.models import DialoguePage
from participation.promises.due import waiting


def register() -> None:
    """Called when the app is ready."""
    duties.register(Duty("participation_promises", _("Answers promised and commitments"), open_promises_of, hand_over_promises))


def waiting_dialogues(user: User) -> QuerySet[Any]:
    """Dialogues that somebody answers for by name, or will by their draft, whose answer or commitments are still to come."""
    mine = Q(feedback_responsible=user) | Q(latest_revision__content__feedback_responsible=user.pk)
    return waiting(clock.now()).filter(mine).order_by("feedback_due_on", "pk")


def open_promises_of(user: User) -> list[OpenDuty]:
    """What a successor must take over, with the address of each dialogue's editor."""
    return [(page.title, reverse("wagtailadmin_pages:edit", args=[page.pk])) for page in waiting_dialogues(user)]


@transaction.atomic
def hand_over_promises(leaving: User, successor: User, by: User) -> int:
    """Let a successor answer for every dialogue that waits, drafts of their pages included. Returns how many."""
    pages = list(waiting_dialogues(leaving).select_for_update(of=("self",)))
    for page in pages:
        family = DialoguePage.objects.filter(translation_key=page.translation_key)
        family.filter(feedback_responsible=leaving).update(feedback_responsible=successor)
        for pk in family.values_list("pk", flat=True):
            _in_drafts(pk, leaving, successor)
        record(page, by, "hand_over", old=leaving.pk, new=successor.pk)
    return len(pages)


def _in_drafts(pk: int, leaving: User, successor: User) -> None:
    """The latest revision, and those that wait for their time: publishing them must not bring the old name back."""
    page = DialoguePage.objects.get(pk=pk)
    drafts = Revision.objects.for_instance(page).filter(approved_go_live_at__isnull=False) | Revision.objects.filter(
        pk=page.latest_revision_id
    )
    for revision in drafts.distinct():
        if revision.content.get("feedback_responsible") == leaving.pk:
            revision.content["feedback_responsible"] = successor.pk
            revision.save(update_fields=["content"])
