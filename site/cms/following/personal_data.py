"""What following holds about a person: what they follow, their address, what they asked for with it."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.accounts.personal_data import Person, PersonalData, Section, personal_data
from cms.following.models import AddressRequest, Follow, Follower
from cms.following.registry import followables

FIELDS = ("cms_following.Follower.user", "cms_following.Follow.follower", "cms_following.NewsOwner.follower")


def register() -> None:
    """Called when the app is ready."""
    personal_data.register(
        PersonalData(
            "following",
            _("What you follow"),
            FIELDS,
            export_follows,
            erase_follows,
            erased=_("Everything you follow, and the address we wrote to about it. You get no more e-mails."),
            concerns=lambda person: person.follower is not None,
        )
    )


def export_follows(person: Person) -> list[Section]:
    """How the person is told, and each thing followed."""
    follower = person.follower
    if follower is None:
        return []
    columns = {"what": _("what"), "title": _("title"), "pace": _("how often"), "since": _("since")}
    rows = [
        {"what": _label(follow), "title": _title(follow), "pace": str(follow.get_pace_display()), "since": follow.confirmed_at}
        for follow in follower.follows.order_by("pk")
    ]
    return [_settings(follower), Section("follows", _("What you follow"), columns, rows)]


def erase_follows(person: Person, at: datetime) -> None:
    """The follower goes with everything that is followed; so do requests by its addresses."""
    follower = person.follower
    addresses = {follower.address if follower else None, person.user.email if person.user else None} - {None}
    AddressRequest.objects.filter(address__in=addresses).delete()
    if follower is not None:
        Follower.objects.filter(pk=follower.pk).delete()


def _settings(follower: Follower) -> Section:
    columns = {
        "address": _("e-mail address"),
        "language": _("language"),
        "hears_own": _("is told about what is their own"),
        "since": _("since"),
    }
    row: dict[str, Any] = {
        "address": follower.mail_address,
        "language": follower.language,
        "hears_own": follower.hears_own,
        "since": timezone.localtime(follower.created_at),
    }
    return Section("follower", _("How you are told"), columns, [row])


def _label(follow: Follow) -> str:
    kind = followables.get(follow.kind)
    return str(kind.label) if kind else follow.kind


def _title(follow: Follow) -> str:
    kind = followables.get(follow.kind)
    thing = kind.find(follow.object_id) if kind else None
    return kind.title(thing, get_language() or "sv") if kind and thing is not None else ""
