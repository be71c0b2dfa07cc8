"""Who keeps accounts, and which groups they may give: nobody gives a right they do not have."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.permission_policies.base import ModelPermissionPolicy

from cms.accounts.models import User
from cms.organisation.roles import COORDINATORS, is_coordinator
from cms.organisation.staff import STAFF_GROUP
from cms.people import Person
from cms.refusals import ActionRefused

KEEPING = frozenset({"change", "view"})


def groups_to_give(person: Person) -> QuerySet[Group]:
    """The groups that a person may put others into: coordinators give the roles, whose rights they have themselves."""
    if not is_coordinator(person):
        return Group.objects.none()
    if person.is_superuser:
        return Group.objects.order_by("name")
    ours = Q(administration_role__isnull=False) | Q(name__in=(STAFF_GROUP, COORDINATORS))
    return Group.objects.filter(ours).order_by("name")


def may_keep(person: Person, account: User) -> bool:
    """Whether a person may change an account: a superuser's is a superuser's business."""
    return is_coordinator(person) and (person.is_superuser or not account.is_superuser)


class AccountPolicy(ModelPermissionPolicy):
    """Coordinators see and change accounts, superusers' aside; adding and deleting is for superusers. People are invited."""

    def user_has_permission(self, user: Person, action: str) -> bool:
        return user.is_active and (user.is_superuser or (action in KEEPING and is_coordinator(user)))

    def user_has_any_permission(self, user: Person, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Person, action: str, instance: Any) -> bool:
        return self.user_has_permission(user, action) and (user.is_superuser or not instance.is_superuser)

    def users_with_any_permission(self, actions: Iterable[str]) -> Any:
        keepers = Q(is_superuser=True) | (Q(groups__name=COORDINATORS) if KEEPING.intersection(actions) else Q())
        return User.objects.filter(keepers, is_active=True).distinct()


class SuperusersOnly(ModelPermissionPolicy):
    """Groups: what a group may do is for superusers to say."""

    def user_has_permission(self, user: Person, action: str) -> bool:
        return user.is_active and user.is_superuser

    def user_has_any_permission(self, user: Person, actions: Iterable[str]) -> bool:
        return self.user_has_permission(user, "")

    def users_with_any_permission(self, actions: Iterable[str]) -> Any:
        return User.objects.filter(is_superuser=True, is_active=True)


def refuse_strangers(request: HttpRequest, account: User) -> None:
    """Hook `before_edit_user`."""
    if not may_keep(request.user, account):
        raise ActionRefused(_("Only an administrator changes an administrator’s account."))


def refuse_many(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Hook `before_bulk_action`: Wagtail's actions on many accounts know no limits to what is given."""
    if objects and isinstance(objects[0], User) and not request.user.is_superuser:
        raise ActionRefused(_("Change one account at a time."))
