"""Follow-ups and the history of their commitments."""

from datetime import timedelta

from django.core.files.base import ContentFile

from cms import clock
from cms.media.models import SiteImage
from participation.models import Commitment, CommitmentStatusEntry, DialoguePage, FollowUpPage
from tests.cms.media.files import picture
from tests.factories import DialogueFactory, FollowUpFactory, OutcomeFactory


def follow_up(*statuses: str) -> FollowUpPage:
    dialogue = DialogueFactory(closed=True, title="Lägre fart")
    OutcomeFactory(dialogue=dialogue)
    return FollowUpFactory(dialogue=DialoguePage.objects.get(pk=dialogue.pk), statuses=list(statuses))


def entry(commitment: Commitment, status: str, days_ago: int, note: str = "") -> CommitmentStatusEntry:
    return CommitmentStatusEntry.objects.create(
        dialogue=commitment.page.dialogue,
        commitment_key=commitment.translation_key,
        date=clock.today() - timedelta(days=days_ago),
        status=status,
        due_on=commitment.due_on,
        note=note,
    )


def stored_image(name: str) -> SiteImage:
    return SiteImage.objects.create(title=name, file=ContentFile(picture(), name=name))
