"""After a backup was restored: erase again whoever was erased since it was made."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.dateparse import parse_datetime

from cms.accounts.erasure import digest_of, erase_rows
from cms.accounts.erasure_list import read_lines
from cms.accounts.models import Erasure, Participant, User
from cms.accounts.personal_data import Person, person_for

MODELS: dict[str, type[Model]] = {"user": User, "participant": Participant}


def replay(path: Path) -> int:
    """Erase everybody on the list who is there again; the number of them. May be repeated."""
    return sum(_replay_one(line) for line in read_lines(path))


@transaction.atomic
def _replay_one(line: dict[str, Any]) -> bool:
    at = parse_datetime(line["at"])
    if at is None:
        raise ValueError(f"The list names no time: {line['key']}")
    person = _person_again(line["erased"])
    if person:
        erase_rows(person, line["options"], at)
    _remember(line, at)
    return bool(person)


def _person_again(erased: dict[str, list[Any]]) -> Person:
    """The rows that are there again, and are the same ones."""
    rows: dict[str, Any] = {kind: _row(kind, *identity) for kind, identity in erased.items()}
    user, participant = rows.get("user"), rows.get("participant")
    if user is not None:
        return person_for(user=user)
    return Person(participant=participant)


def _row(kind: str, pk: int, digest: str) -> Model | None:
    row = MODELS[kind]._base_manager.filter(pk=pk).first() if kind in MODELS else None
    return row if row is not None and digest_of(kind, row) == digest else None


def _remember(line: dict[str, Any], at: datetime) -> None:
    known = {"at": at, "erased": line["erased"], "options": line["options"], "filed_at": at}
    Erasure.objects.get_or_create(key=line["key"], defaults=known)
