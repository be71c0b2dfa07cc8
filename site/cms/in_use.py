"""What is in use is not deleted: say by what, before the database does."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.refusals import ActionRefused

PROTECTED = (ProtectedError, RestrictedError)


def refuse_rows(request: HttpRequest, rows: Iterable[Model]) -> None:
    """Hook `before_delete_snippet`: refuse what other rows point at or were given as a choice."""
    for row in rows:
        users = users_of(row)
        if users:
            raise ActionRefused(_sentence(users, row), return_url=_list_of(row))


def refuse_account(request: HttpRequest, account: Any) -> None:
    """Hook `before_delete_user`: the same for an account; it can be made inactive instead."""
    users = users_of(account)
    if users:
        inactive = _("Make the account inactive instead.")
        raise ActionRefused(f"{_sentence(users, account)} {inactive}", return_url=_list_of(account))


def users_of(row: Model) -> list[Model]:
    """The rows that keep this one from being deleted, or that would silently lose it from a choice of several."""
    try:
        Collector(using="default", origin=row).collect([row])
    except PROTECTED as error:
        return _protected(error)
    choices = (relation for relation in row._meta.related_objects if relation.many_to_many and relation.get_accessor_name())
    return [user for relation in choices for user in getattr(row, relation.get_accessor_name()).all()]


def refusal(error: ProtectedError | RestrictedError) -> ActionRefused:
    """The refusal for a deletion that the database stopped."""
    return ActionRefused(_sentence(_protected(error)))


def counted(rows: Iterable[Model]) -> str:
    """Rows by kind: "2 dialogues, 14 contributions"."""
    numbers = Counter(row._meta.concrete_model for row in rows)
    return ", ".join(f"{number} {_kind(model, number)}" for model, number in numbers.most_common())


def _protected(error: ProtectedError | RestrictedError) -> list[Model]:
    return list(error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects)


def _sentence(users: Iterable[Model], row: Model | None = None) -> str:
    if row is None:
        return _("It is in use and cannot be deleted: %(users)s.") % {"users": counted(users)}
    return _("“%(name)s” is in use and cannot be deleted: %(users)s.") % {"name": row, "users": counted(users)}


def _kind(model: Any, number: int) -> str:
    return str(model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural)


def _list_of(row: Any) -> str:
    viewset = getattr(row, "snippet_viewset", None)
    return reverse(viewset.get_url_name("list") if viewset else "wagtailusers_users:index")
