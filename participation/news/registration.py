"""Declares participation's news and what can be followed, and has the worker look for what happens by time."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms import clock
from cms.following.registry import NewsKind, news_kinds
from cms.outbox.registry import Sweep, sweeps
from participation.contributions import contact_personal_data, contacts, keys
from participation.contributions.contacts import OWN_REASON, leave
from participation.events import names
from participation.models import DialoguePage
from participation.news import followables
from participation.news.detect import tell_published
from participation.news.kinds import dialogue, outcome, promise, talk

LOOKS_EVERY = timedelta(minutes=5)
OWN: dict[str, Any] = {"leave": leave, "own_reason": OWN_REASON}


def register() -> None:
    """Called when the app is ready."""
    followables.register()
    contact_personal_data.register()
    for kind in (*_course(), *_talk(), *_answers()):
        news_kinds.register(kind)
    sweeps.register(
        Sweep(
            "participation.forget_contacts",
            _("Forget addresses left with comments that nobody confirmed"),
            timedelta(hours=6),
            contacts.forget_unconfirmed,
        )
    )
    sweeps.register(
        Sweep("participation.forget_keys", _("Forget the keys of forms that are long sent"), timedelta(days=1), keys.forget_keys)
    )
    sweeps.register(Sweep("participation.news", _("News of dialogues"), LOOKS_EVERY, look_for_news))


def _course() -> list[NewsKind]:
    return [
        NewsKind(names.OPENED, _("A dialogue opens"), dialogue.opened, order=10),
        NewsKind(names.PHASE, _("A phase begins"), dialogue.phase_begun, order=20),
        NewsKind(names.UPDATE, _("An update is written"), dialogue.update, order=30),
        NewsKind(names.EXTENDED, _("A dialogue is extended"), dialogue.extended, order=40, **OWN),
        NewsKind(names.CANCELLED, _("A dialogue is cancelled"), dialogue.cancelled, is_outcome=True, order=50, **OWN),
        NewsKind(names.RESUMED, _("A cancelled dialogue goes on"), dialogue.resumed, is_outcome=True, order=55, **OWN),
    ]


def _talk() -> list[NewsKind]:
    return [
        NewsKind(names.REPLY, _("Somebody replies"), talk.reply, order=60, leave=leave),
        NewsKind(names.ANSWERED, _("An official answers"), talk.reply, order=70, leave=leave),
        NewsKind(names.HIDDEN, _("What you wrote is hidden"), talk.hidden, order=80, leave=leave),
        NewsKind(names.SORTED, _("What you wrote is placed in a theme"), talk.sorted_into_theme, order=90, leave=leave),
    ]


def _answers() -> list[NewsKind]:
    return [
        NewsKind(names.OUTCOME, _("A step of the outcome is published"), outcome.outcome_published, is_outcome=True, order=100, **OWN),
        NewsKind(names.CORRECTED, _("An answer is corrected"), outcome.outcome_corrected, is_outcome=True, order=102, **OWN),
        NewsKind(names.TAKEN_BACK, _("An answer is taken back"), outcome.outcome_taken_back, is_outcome=True, order=104, **OWN),
        NewsKind(names.COMMITMENTS, _("A commitment changes"), outcome.commitments_changed, is_outcome=True, order=110, **OWN),
        NewsKind(names.WITHDRAWN, _("What was promised is taken back"), outcome.commitments_withdrawn, is_outcome=True, order=115, **OWN),
        NewsKind(names.OVERDUE, _("A promised answer is late"), promise.promise_overdue, order=120, **OWN),
        NewsKind(names.MOVED, _("A promised day is moved"), promise.promise_moved, order=125, **OWN),
        NewsKind(names.NOTHING_NEW, _("Nothing new yet"), promise.nothing_new, order=130, **OWN),
    ]


def look_for_news() -> int:
    """What happens by time, and what was published where nobody could tell it."""
    return tell_published(_all_public(), clock.now())


def _all_public() -> Any:
    return DialoguePage.objects.canonical().filter(live=True).values_list("pk", flat=True)
