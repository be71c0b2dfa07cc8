"""Who in the administration may do what with contributions: the right follows the dialogue's page.

Whoever may edit a dialogue sorts what was said in it; whoever may publish it moderates; both see it.
Nobody adds, changes or deletes a contribution in the admin: it is a public record.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

PAGE_RIGHTS = {"view": {"change", "publish"}, "sort": {"change"}, "moderate": {"publish"}}


def dialogues_open_to(person: Any, *actions: str) -> Any:
    """The canonical dialogues in which a person may do any of these: `view`, `sort`, `moderate`."""
    from participation.models import DialoguePage

    policy = PagePermissionPolicy(DialoguePage)
    return policy.instances_user_has_any_permission_for(person, _page_rights(actions)).canonical()


class ContributionPolicy(BasePermissionPolicy):
    """Rights to contributions, read from the dialogues they belong to."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self.user_has_any_permission(user, [action])

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return bool(_page_rights(actions)) and dialogues_open_to(user, *actions).exists()

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        return self.instances_user_has_any_permission_for(user, actions).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        rows = self.model._default_manager
        return rows.filter(dialogue__in=dialogues_open_to(user, *actions).values("pk")) if _page_rights(actions) else rows.none()

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        from participation.models import DialoguePage

        rights = _page_rights(actions)
        return PagePermissionPolicy(DialoguePage).users_with_any_permission(rights) if rights else get_user_model().objects.none()


def _page_rights(actions: Iterable[str]) -> set[str]:
    return {right for action in actions for right in PAGE_RIGHTS.get(action, ())}
