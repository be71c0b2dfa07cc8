"""What is in use is not deleted: say by what, before the database does."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import ManyToManyRel, Model, ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey

from cms.refusals import ActionRefused

PROTECTED = (ProtectedError, RestrictedError)
Users = Counter[Any]


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


def users_of(row: Model) -> Users:
    """What keeps a row from being deleted, or would silently lose it from a choice of several, by kind."""
    try:
        Collector(using=row._state.db or "default", origin=row).collect([row])
    except PROTECTED as error:
        return _protected(error)
    users: Users = Counter()
    for relation in row._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToManyRel) and relation.through and not _is_tagging(relation):
            chosen = relation.through._base_manager.filter(**{relation.field.m2m_reverse_field_name(): row}).count()
            users += Counter({relation.related_model: chosen})
    return users


def refusal(error: ProtectedError | RestrictedError) -> ActionRefused:
    """The refusal for a deletion that the database stopped."""
    return ActionRefused(_sentence(_protected(error)))


def counted(users: Users) -> str:
    """Rows by kind: "2 dialogues, 14 contributions"."""
    return ", ".join(f"{number} {_kind(model, number)}" for model, number in users.most_common())


def _is_tagging(relation: Any) -> bool:
    """Taggit's links have a real foreign key, which protects by itself."""
    return not hasattr(relation.field, "m2m_reverse_field_name")


def _protected(error: ProtectedError | RestrictedError) -> Users:
    rows = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
    bearers = {(_bearer(row._meta.concrete_model), _bearer_pk(row)) for row in rows}
    return Counter(model for model, _pk in bearers)


def _parent_key(model: Any) -> Any:
    return next((field for field in model._meta.fields if isinstance(field, ParentalKey)), None)


def _bearer(model: Any) -> Any:
    """The page that a row hangs on, since people know the page; else the row itself."""
    parent = _parent_key(model)
    return parent.related_model if parent else model


def _bearer_pk(row: Any) -> Any:
    parent = _parent_key(row._meta.concrete_model)
    return getattr(row, parent.attname) if parent else row.pk


def _sentence(users: Users, row: Model | None = None) -> str:
    if row is None:
        return _("It is in use and cannot be deleted: %(users)s.") % {"users": counted(users)}
    return _("“%(name)s” is in use and cannot be deleted: %(users)s.") % {"name": row, "users": counted(users)}


def _kind(model: Any, number: int) -> str:
    return str(model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural)


def _list_of(row: Any) -> str:
    viewset = getattr(row, "snippet_viewset", None)
    return reverse(viewset.get_url_name("list") if viewset else "wagtailusers_users:index")
