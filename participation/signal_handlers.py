"""What participation does when something else happens."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Revision
from wagtail.signals import page_published

from cms import clock


def connect() -> None:
    """Called once, when the apps are ready."""
    from participation.dialogues.partners import revision_saved
    from participation.models import DialoguePage, FollowUpPage, OutcomePage

    post_save.connect(revision_saved, sender=Revision, dispatch_uid="participation_partners")
    page_published.connect(remember_announced_closing, sender=DialoguePage, dispatch_uid="participation_announced_closing")
    page_published.connect(keep_promised_day, sender=DialoguePage, dispatch_uid="participation_promised_day")
    page_published.connect(remember_answer, sender=OutcomePage, dispatch_uid="participation_answered_on")
    page_published.connect(write_commitment_history, sender=FollowUpPage, dispatch_uid="participation_commitment_history")
    for model in (DialoguePage, OutcomePage, FollowUpPage):
        page_published.connect(tell_news, sender=model, dispatch_uid=f"participation_news_{model.__name__}")


def remember_announced_closing(instance: Any, **kwargs: Any) -> None:
    """Keep the last day that was announced at the first publication: a later one is an extension."""
    from participation.models import DialoguePage

    unannounced = DialoguePage.objects.filter(pk=instance.pk, live=True, announced_closes_at=None)
    if instance.is_canonical and unannounced.exists():
        unannounced.update(announced_closes_at=max((phase.closes_at for phase in instance.phases.all()), default=None))


def keep_promised_day(instance: Any, revision: Any = None, **kwargs: Any) -> None:
    """Write down the day that is promised now, and how it was moved; every road to publication comes by here."""
    from participation.publication.promised_day import remember_promise

    remember_promise(instance, getattr(instance, "told_day", None), by=getattr(revision, "user", None))


def remember_answer(instance: Any, **kwargs: Any) -> None:
    """Keep the day on which the answer was first published; every road to publication comes by here."""
    instance.remember_answer()


def tell_news(instance: Any, **kwargs: Any) -> None:
    """Tell what a page that is public now has to tell. A translation repeats it and tells nothing; the worker finds what is missed here."""
    from participation.models import DialoguePage
    from participation.news.detect import tell_published

    if instance.is_canonical and not instance.alias_of_id:
        dialogue = instance if isinstance(instance, DialoguePage) else instance.dialogue
        tell_published([dialogue.pk], clock.now())


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
