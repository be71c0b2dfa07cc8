"""What somebody answers for by name, told by those who hold it: an account is not switched off while others wait for its answer.

A plugin registers a `Duty`; the host then refuses to deactivate or delete the account, names what is open, and leads to
a form in which a successor takes it all over.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.organisation.staff import staff_members
from cms.plugins.registry import Registry
from cms.refusals import ActionRefused

OpenDuty = tuple[str, str]
"""What is open, and its address in the admin."""


@dataclass(frozen=True)
class Duty:
    """A kind of duty: what of it somebody has open, and how a successor takes it over. `hand_over` returns how many."""

    name: str
    label: str | Promise
    open_duties_of: Callable[[User], list[OpenDuty]]
    hand_over: Callable[[User, User, User], int]


duties: Registry[Duty] = Registry("duties", Duty)


def open_duties(user: User) -> list[OpenDuty]:
    """Everything that somebody answers for by name and has not finished."""
    return [open_duty for duty in duties for open_duty in duty.open_duties_of(user)]


def successors_of(users: Iterable[User]) -> QuerySet[User]:
    """Who may take over: other active accounts of the staff group."""
    leaving = [user.pk for user in users]
    rows: QuerySet[User] = staff_members()
    return rows.exclude(pk__in=leaving).select_related("administration").order_by("first_name", "last_name", "email")


@transaction.atomic
def hand_over_and_deactivate(user: User, successor: User, by: User) -> int:
    """Let a successor take over everything that is open, then switch the account off. Returns how much was handed over."""
    leaving = get_user_model().objects.select_for_update().get(pk=user.pk)
    if leaving == by:
        raise ActionRefused(_("You cannot deactivate your own account."))
    if not successors_of([leaving]).filter(pk=successor.pk).exists():
        raise ActionRefused(_("Choose a successor who has an active staff account."))
    number = sum(duty.hand_over(leaving, successor, by) for duty in duties)
    if leaving.is_active:
        leaving.is_active = False
        leaving.save(update_fields=["is_active"])
        log(instance=leaving, action="wagtail.edit", user=by)
    return number
