"""The history of commitments, written at publication."""

from typing import Any

from cms import clock


def write_commitment_history(instance: Any, **kwargs: Any) -> None:
    """Add a row to the history of each commitment whose status, day or note differs from its last one."""
    from participation.models import CommitmentStatusEntry

    if not (instance.live and instance.is_canonical):
        return
    dialogue = instance.dialogue
    last = {entry.commitment_key: entry for entry in CommitmentStatusEntry.objects.filter(dialogue=dialogue)}
    for commitment in instance.commitments.all():
        known = last.get(commitment.translation_key)
        if known and (known.status, known.due_on, known.note) == (commitment.status, commitment.due_on, commitment.note):
            continue
        date = _date_of_change(commitment, known)
        CommitmentStatusEntry.objects.create(
            dialogue=dialogue,
            commitment_key=commitment.translation_key,
            date=date,
            status=commitment.status,
            due_on=commitment.due_on,
            note=commitment.note,
        )


def _date_of_change(commitment: Any, known: Any) -> Any:
    """The day the editor stated; today where it states none, or an earlier one than the last entry's."""
    stated = commitment.status_on
    if stated is None or (known is not None and (known.status == commitment.status or stated < known.date)):
        return clock.today()
    return stated
