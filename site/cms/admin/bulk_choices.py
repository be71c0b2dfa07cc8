"""The buttons for many rows at once: only what the person may do with some row, the commonest first."""

from functools import cache
from typing import Any

from django.apps import apps
from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.widgets.button import Button, ButtonWithDropdown, ListingButton
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from cms.people import Person

SHOWN = 4
RIGHTS = {
    "publish": ("publish",),
    "unpublish": ("publish",),
    "move": ("change", "publish"),
    "delete": ("delete", "change", "publish"),
    "add_tags": ("change",),
    "add_to_collection": ("change",),
}
"""Any of these rights; an action that is not named here is for those who may delete."""


def offered_to(person: Person, app_label: str, model_name: str, shown: Page[Any] | None = None) -> list[type[Any]]:
    """The actions on a kind of row that the person may take at least somewhere (among those shown, where no more can be chosen), in their order."""
    policy = policy_registry.get_by_type(apps.get_model(app_label, model_name))
    known = bulk_action_registry.get_bulk_actions_for_model(app_label, model_name)
    offered = [action for action in known if _may_take(person, action, policy)]
    if isinstance(policy, PagePermissionPolicy) and shown is not None and not shown.has_other_pages():
        may = cache(lambda rights: _may_with_any(person, policy, rights, [row.pk for row in shown]))
        offered = [action for action in offered if may(_rights(action))]
    return sorted(offered, key=lambda action: action.action_priority)


def _rights(action: Any) -> tuple[str, ...]:
    return RIGHTS.get(action.action_type, ("delete",))


def _may_with_any(person: Person, policy: PagePermissionPolicy, rights: tuple[str, ...], ids: list[int]) -> bool:
    return bool(policy.instances_user_has_any_permission_for(person, rights).filter(pk__in=ids).exists())


def _may_take(person: Person, action: Any, policy: Any) -> bool:
    """An action of our own tells by `is_offered_to`."""
    if hasattr(action, "is_offered_to"):
        return bool(action.is_offered_to(person))
    return policy is None or bool(policy.user_has_any_permission(person, _rights(action)))


def buttons_of(person: Person, app_label: str, model_name: str, shown: Page[Any] | None = None) -> list[Button]:
    """The first few as buttons, the others in a menu, as Wagtail draws them."""
    offered = offered_to(person, app_label, model_name, shown)
    first = [_button(ListingButton, action, app_label, model_name) for action in offered[:SHOWN]]
    more = [_button(Button, action, app_label, model_name) for action in offered[SHOWN:]]
    if not more:
        return first
    words = {"label": _("More"), "attrs": {"title": _("More actions on what is chosen")}}
    return [*first, ButtonWithDropdown(**words, classname="button button-secondary button-small", buttons=more)]


def _button(kind: type[Button], action: Any, app_label: str, model_name: str) -> Button:
    return kind(
        action.display_name,
        reverse("wagtail_bulk_action", args=[app_label, model_name, action.action_type]),
        attrs={"aria-label": action.aria_label, "data-bulk-action-button": ""},
        priority=action.action_priority,
        classname=" ".join({*action.classes, "bulk-action-btn"}) if kind is ListingButton else "",
    )
