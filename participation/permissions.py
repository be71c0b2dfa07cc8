"""Who in the administration may do what with contributions.

Whoever may edit a dialogue's page sorts what was said in it; the moderators of its administration and the
coordinators moderate; all of them see it. Nobody adds, changes or deletes a contribution in the admin: it is a
public record.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.organisation.roles import COORDINATORS, Role, administrations_of, is_coordinator
from cms.people import Person
from participation.models import AdministrationSectionPage, DialoguePage

PAGE_RIGHTS = {"view": {"change", "publish"}, "sort": {"change"}}
MODERATING = {"view", "moderate"}


def dialogues_open_to(person: Person, *actions: str) -> Any:
    """The canonical dialogues in which a person may do any of these: `view`, `sort`, `moderate`."""
    canonical = DialoguePage.objects.canonical()
    rights = _page_rights(actions)
    editing = PagePermissionPolicy(DialoguePage).instances_user_has_any_permission_for(person, rights) if rights else canonical.none()
    if not MODERATING.intersection(actions):
        return editing.canonical()
    if is_coordinator(person):
        return canonical
    sections = _moderated_sections(person)
    if not sections:
        return editing.canonical()
    below = reduce(or_, (Q(path__startswith=path) for path in sections))
    return canonical.filter(below | Q(pk__in=editing.values("pk"))) if rights else canonical.filter(below)


class ContributionPolicy(BasePermissionPolicy):
    """Rights to contributions, read from the dialogues they belong to."""

    def user_has_permission(self, user: Person, action: str) -> bool:
        return self.user_has_any_permission(user, [action])

    def user_has_any_permission(self, user: Person, actions: Iterable[str]) -> bool:
        return _is_known(actions) and dialogues_open_to(user, *actions).exists()

    def user_has_permission_for_instance(self, user: Person, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user: Person, actions: Iterable[str], instance: Any) -> bool:
        return self.instances_user_has_any_permission_for(user, actions).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user: Person, actions: Iterable[str]) -> QuerySet[Any]:
        rows = self.model._default_manager
        return rows.filter(dialogue__in=dialogues_open_to(user, *actions).values("pk")) if _is_known(actions) else rows.none()

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        users, rights = get_user_model().objects, _page_rights(actions)
        by_page = PagePermissionPolicy(DialoguePage).users_with_any_permission(rights) if rights else users.none()
        if not MODERATING.intersection(actions):
            return by_page
        moderating = Q(is_superuser=True) | Q(groups__name=COORDINATORS) | Q(groups__administration_role__role=Role.MODERATOR)
        return users.filter(moderating & Q(is_active=True) | Q(pk__in=by_page.values("pk"))).distinct()


def _moderated_sections(person: Person) -> list[str]:
    """The paths of the sections whose dialogues a person moderates."""
    mine = administrations_of(person, Role.MODERATOR)
    return list(AdministrationSectionPage.objects.filter(administration__in=mine).values_list("path", flat=True))


def _is_known(actions: Iterable[str]) -> bool:
    return any(action in PAGE_RIGHTS or action in MODERATING for action in actions)


def _page_rights(actions: Iterable[str]) -> set[str]:
    return {right for action in actions for right in PAGE_RIGHTS.get(action, ())}
