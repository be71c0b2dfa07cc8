"""What the database protects is in use: say by what, instead of failing."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import ProtectedError, RestrictedError
from django.utils.translation import gettext as _

from cms.refusals import ActionRefused

PROTECTED = (ProtectedError, RestrictedError)


def refusal(error: ProtectedError | RestrictedError) -> ActionRefused:
    """The refusal that an admin shows: "It is in use: 2 dialogues, 14 contributions"."""
    users = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
    return ActionRefused(_("It is in use and cannot be deleted: %(users)s.") % {"users": counted(users)})


def counted(objects: Iterable[Any]) -> str:
    """Objects by kind: "2 dialogues, 14 contributions"."""
    numbers = Counter(row._meta.concrete_model for row in objects)
    return ", ".join(f"{number} {_kind(model, number)}" for model, number in numbers.most_common())


def _kind(model: Any, number: int) -> str:
    return str(model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural)
