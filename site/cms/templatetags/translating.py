"""What the translator's page of wagtail-localize shows beside its own editor."""

import json
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from cms.admin.translation_way import Way

register = template.Library()


@register.inclusion_tag("cms/admin/translation_way.html", takes_context=True)
def translation_way(context: dict[str, Any], page: Any) -> dict[str, Any]:
    """Where a translation stands, with the buttons that a person may press."""
    request = context["request"]
    return {"way": Way(page, request.user), "request": request, "csrf_token": context.get("csrf_token")}


@register.filter
def spoken_props(props: str, page: Any) -> str:
    """What the editor's script is told, with the day of the last publication in the reader's language; the package writes it in English."""
    told = json.loads(props)
    day: datetime | None = page.last_published_at
    if told["object"].get("lastPublishedDate") and day is not None:
        told["object"]["lastPublishedDate"] = date_format(timezone.localtime(day), "DATE_FORMAT")
    return json.dumps(told)
