"""What participation does when something else happens."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Revision
from wagtail.signals import page_published

from cms import clock
from participation.commitments.history import write_commitment_history
from participation.dialogues.partners import revision_saved
from participation.models import DialoguePage, FollowUpPage, OutcomePage
from participation.news.detect import tell_published
from participation.publication.promised_day import remember_promise
from participation.sharing.images import draw_soon


def connect() -> None:
    """Called once, when the apps are ready."""
    post_save.connect(revision_saved, sender=Revision, dispatch_uid="participation_partners")
    page_published.connect(remember_announced_closing, sender=DialoguePage, dispatch_uid="participation_announced_closing")
    page_published.connect(keep_promised_day, sender=DialoguePage, dispatch_uid="participation_promised_day")
    page_published.connect(remember_answer, sender=OutcomePage, dispatch_uid="participation_answered_on")
    page_published.connect(write_commitment_history, sender=FollowUpPage, dispatch_uid="participation_commitment_history")
    for model in (DialoguePage, OutcomePage, FollowUpPage):
        page_published.connect(tell_news, sender=model, dispatch_uid=f"participation_news_{model.__name__}")
        page_published.connect(draw_share_image, sender=model, dispatch_uid=f"participation_share_image_{model.__name__}")


def remember_announced_closing(instance: Any, **kwargs: Any) -> None:
    """Keep the last day that was announced at the first publication: a later one is an extension."""
    unannounced = DialoguePage.objects.filter(pk=instance.pk, live=True, announced_closes_at=None)
    if instance.is_canonical and unannounced.exists():
        unannounced.update(announced_closes_at=max((phase.closes_at for phase in instance.phases.all()), default=None))


def keep_promised_day(instance: Any, revision: Any = None, **kwargs: Any) -> None:
    """Write down the day that is promised now, and how it was moved; every road to publication comes by here."""
    remember_promise(instance, getattr(instance, "told_day", None), by=getattr(revision, "user", None))


def remember_answer(instance: Any, **kwargs: Any) -> None:
    """Keep the day on which the answer was first published; every road to publication comes by here."""
    instance.remember_answer()


def tell_news(instance: Any, **kwargs: Any) -> None:
    """Tell what a page that is public now has to tell. A translation repeats it and tells nothing; the worker finds what is missed here."""
    if instance.is_canonical and not instance.alias_of_id:
        dialogue = instance if isinstance(instance, DialoguePage) else instance.dialogue
        tell_published([dialogue.pk], clock.now())


def draw_share_image(instance: Any, **kwargs: Any) -> None:
    """Have the picture for sharing say what the dialogue says now, in the language that was published and in the others."""
    if not instance.alias_of_id:
        draw_soon(instance if isinstance(instance, DialoguePage) else instance.dialogue)
