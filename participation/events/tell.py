"""Told in the transaction of the cause: what happens to single contributions, and notes of officials."""

from collections.abc import Iterable

from cms import clock
from cms.following.actions import tell
from participation.choices import ContributionState
from participation.events import names
from participation.events.owners import askers_in, owner_of, owners_by_contribution, owners_of
from participation.events.targets import targets_of
from participation.models import Contribution, ModerationDecision, ProgressNote, Theme


def tell_reply(reply: Contribution) -> None:
    """A published reply: to whom it answers, to whoever follows the conversation; an official one to who began it too."""
    if reply.state != ContributionState.PUBLISHED or reply.reply_to is None:
        return
    answered = [reply.reply_to.pk, reply.root.pk] if reply.is_official else [reply.reply_to.pk]
    own = Contribution.objects.filter(pk__in=answered)
    if reply.participant_id is not None:
        own = own.exclude(participant=reply.participant_id)
    tell(
        names.ANSWERED if reply.is_official else names.REPLY,
        key=f"reply:{reply.pk}",
        targets=[(names.THREAD, reply.root.pk)],
        owners=owners_of(own.values("pk")),
        data={"dialogue": reply.dialogue_id, "contribution": reply.pk},
        at=clock.now(),
    )


def tell_hidden(contribution: Contribution) -> None:
    """A hidden contribution, with the reason: to the one who wrote it, to nobody else."""
    decision = ModerationDecision.objects.filter(contribution=contribution, verb=ModerationDecision.Verb.HIDDEN).first()
    owner = owner_of(contribution)
    if owner is None or decision is None:
        return
    tell(
        names.HIDDEN,
        key=f"hidden:{decision.pk}",
        targets=[],
        owners=[owner],
        data={"dialogue": contribution.dialogue_id, "contribution": contribution.pk},
        at=decision.decided_at,
    )


def tell_sorted(theme: Theme, contributions: Iterable[Contribution]) -> None:
    """Contributions were placed in a theme, as their receipts say: to those who wrote them, once for each theme."""
    for pk, owner in owners_by_contribution([contribution.pk for contribution in contributions]).items():
        tell(
            names.SORTED,
            key=f"sorted:{pk}:{theme.pk}",
            targets=[],
            owners=[owner],
            data={"dialogue": theme.dialogue_id, "contribution": pk, "theme": theme.pk},
            at=clock.now(),
        )


def tell_nothing_new(note: ProgressNote) -> None:
    """A note of an official: nothing new yet, and what comes next. To all who wait."""
    tell(
        names.NOTHING_NEW,
        key=f"nothing-new:{note.pk}",
        targets=targets_of(note.dialogue),
        owners=askers_in(note.dialogue_id),
        data={"dialogue": note.dialogue_id, "note": note.pk},
        at=note.written_at,
    )
