"""A person: whoever asks, with an account or without one."""

from typing import TYPE_CHECKING, TypeGuard, Union

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cms.accounts.models import User

Person = Union["User", "AnonymousUser"]
"""What `request.user` is. Where nobody may be meant, say `Person | None`; where an account is needed, `User`."""


def is_active(person: Person | None) -> TypeGuard["User"]:
    """Whether a person has an account that is in use."""
    return bool(person and person.is_authenticated and person.is_active)


def signed_in(request: HttpRequest) -> "User":
    """The account of who asks, for views that let nobody else in."""
    if not isinstance(request.user, get_user_model()):
        raise PermissionDenied
    return request.user
