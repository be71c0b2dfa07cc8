"""Erase a person: everything that does not belong to the public record, at once or not at all."""

import hashlib
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cms import clock
from cms.accounts.duties import open_duties
from cms.accounts.erasure_list import file_erasures
from cms.accounts.models import Erasure, Participant, User
from cms.accounts.personal_data import ErasureOption, Person, person_for, personal_data
from cms.organisation.roles import coordinators
from cms.outbox.actions import send_later
from cms.outbox.mails import Letter, MailKind, mail_kinds, render_letter
from cms.outbox.registry import Sweep, sweeps
from cms.refusals import ActionRefused

FAREWELL = "accounts.farewell"
BIRTH = {"user": "date_joined", "participant": "created_at"}


class ErasureRefused(ActionRefused):
    """The person cannot be erased now; the messages say why and what to do first."""


@transaction.atomic
def erase_person(person: Person, chosen: Collection[str] = ()) -> Erasure:
    """Erase a person and what they chose to have erased as well. Raises ErasureRefused, and has then changed nothing."""
    person = _lock(person)
    if not person:
        raise ErasureRefused(_("There is nothing to erase."))
    reasons = reasons_against(person)
    if reasons:
        raise ErasureRefused(*reasons)
    at = clock.read()
    known = Erasure(at=at, erased=identities_of(person), options=sorted(option.name for option in options_for(person, chosen)))
    _say_farewell(person)
    erase_rows(person, known.options, at)
    known.save()
    transaction.on_commit(file_erasures)
    return known


def erase_rows(person: Person, chosen: Collection[str], at: datetime) -> None:
    """Erase what every package holds, then the account itself; a restored backup is told to do the same again."""
    for option in options_for(person, chosen):
        option.apply(person, at)
    for entry in personal_data:
        entry.erase(person, at)
    if person.user is not None:
        person.user.delete()


def options_for(person: Person, chosen: Collection[str] | None = None) -> list[ErasureOption]:
    """What this person may have erased as well; with `chosen`, only what is named there."""
    offered = [option for entry in personal_data if entry.concerns(person) for option in entry.options]
    return [option for option in offered if chosen is None or option.name in chosen]


def reasons_against(person: Person) -> list[str | Promise]:
    """Why a person cannot be erased now, in words that say what to do first."""
    user = person.user
    if user is None:
        return []
    if user.is_superuser:
        return [_("Your account runs the site. Let somebody else who runs it take away that right first.")]
    reasons: list[str | Promise] = []
    if _is_last_coordinator(user):
        reasons.append(_("You are the only coordinator. Let somebody else become one first."))
    titles = [title for title, _url in open_duties(user)]
    if titles:
        reasons.append(format_lazy(_("You answer by name for: {titles}. Hand it over to somebody else first."), titles=", ".join(titles)))
    return reasons


def _is_last_coordinator(user: User) -> bool:
    others = coordinators().exclude(pk=user.pk)
    return coordinators().filter(pk=user.pk).exists() and not others.exists()


def identities_of(person: Person) -> dict[str, list[Any]]:
    """Number and digest of each row that is the person; a number alone may be given to somebody else after a restore."""
    return {kind: [row.pk, digest_of(kind, row)] for kind, row in _rows(person)}


def digest_of(kind: str, row: Model) -> str:
    """What recognises a row: its number and the instant it was made. It says nothing about the person."""
    born: datetime = getattr(row, BIRTH[kind])
    return hashlib.sha256(f"{kind}:{row.pk}:{born.timestamp():.6f}".encode()).hexdigest()


def _rows(person: Person) -> Iterator[tuple[str, Model]]:
    for kind in BIRTH:
        row = getattr(person, kind)
        if row is not None:
            yield kind, row


def _lock(person: Person) -> Person:
    """The person as they are now, held until the transaction ends; nobody when they were erased meanwhile."""
    if person.user is not None:
        user = User.objects.select_for_update().filter(pk=person.user.pk).first()
        return person_for(user=user) if user is not None else Person()
    participant = person.participant
    return Person(participant=Participant.objects.select_for_update().filter(pk=participant.pk).first() if participant else None)


def _say_farewell(person: Person) -> None:
    """The last mail to an account's address; the job forgets it as soon as it is sent."""
    if person.user is not None:
        language = person.follower.language if person.follower is not None else settings.LANGUAGE_CODE
        send_later(FAREWELL, {"address": person.user.email, "language": language})


def farewell_letter(payload: dict[str, Any]) -> Letter:
    """The letter that says that the erasure is done, and what the law keeps."""
    with override(payload["language"]):
        subject = _("Your account is erased")
        return render_letter(payload["address"], subject, "cms/own_data/mail/farewell", {}, payload["language"])


def register() -> None:
    """Called when the app is ready."""
    mail_kinds.register(MailKind(FAREWELL, _("Last mail after an erasure"), farewell_letter, forgets=True))
    sweeps.register(Sweep("accounts.erasures", _("Write erasures to the list outside the database"), timedelta(minutes=10), file_erasures))
