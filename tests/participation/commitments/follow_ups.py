"""Follow-ups and the history of their commitments."""

from datetime import timedelta

from cms import clock
from participation.models import Commitment, CommitmentStatusEntry, DialoguePage, FollowUpPage
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
