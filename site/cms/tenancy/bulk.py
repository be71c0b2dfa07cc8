"""Bulk actions: all of the chosen, or none. What somebody may not do with one of them is done with none, and none is named."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from cms.refusals import ActionRefused

BULK_VIEW = "wagtail_bulk_action"


def refuse_foreign(request: HttpRequest, arguments: dict[str, Any]) -> None:
    """Raise ActionRefused where one of those chosen is not the person's to act on."""
    if request.resolver_match is None or request.resolver_match.view_name != BULK_VIEW:
        return
    action = _action(request, arguments)
    if getattr(action, "guards_itself", False):
        return
    try:
        refused = action.get_actionable_objects()[1].get("items_with_no_access")
    except (ValueError, ValidationError) as error:
        raise Http404 from error
    if refused:
        raise ActionRefused(_("You may not do that with everything you chose, so nothing was changed. Choose only what is yours."))


def _action(request: HttpRequest, arguments: dict[str, Any]) -> Any:
    """The bulk action as Wagtail's own view makes it. Raises Http404 where there is none."""
    try:
        model = apps.get_model(arguments["app_label"], arguments["model_name"])
    except LookupError as error:
        raise Http404 from error
    action = bulk_action_registry.get_bulk_action_class(arguments["app_label"], arguments["model_name"], arguments["action"])
    if action is None:
        raise Http404
    return action(request, model)
