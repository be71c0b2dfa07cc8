"""The buttons for many rows at once, in the admin's lists."""

from typing import Any

from django import template

from cms.admin.bulk_choices import buttons_of

register = template.Library()


@register.inclusion_tag("wagtailadmin/shared/buttons.html", takes_context=True)
def offered_bulk_actions(context: Any, app_label: str, model_name: str) -> dict[str, Any]:
    """What the person may do; Wagtail's own tag names every action to everybody."""
    return {"buttons": buttons_of(context["request"].user, app_label, model_name, context.get("objects"))}
