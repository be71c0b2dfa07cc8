"""Translations that lag behind: the original was published since, or words of it have no translation yet."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import StringSegment, StringTranslation, Translation

SHOWN = 8


def behind_context(request: HttpRequest) -> dict[str, Any] | None:
    """For those who may edit pages that are translated: the first few, and how many there are."""
    own = PagePermissionPolicy(Page).instances_user_has_permission_for(request.user, "change")
    mine = Translation.objects.filter(enabled=True, source__object_id__in=own.order_by().values("translation_key"))
    if not mine.exists():
        return None
    stale = list(behind(mine))
    return {"pages": _lines(stale[:SHOWN], own), "number": len(stale), "more": max(len(stale) - SHOWN, 0)}


def behind(translations: QuerySet[Translation]) -> QuerySet[Any]:
    """Those that lag, the longest first, with `missing` (strings without a translation) and `is_changed` (the original since)."""
    known = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), locale=OuterRef(OuterRef("target_locale")), has_error=False
    )
    strings = StringSegment.objects.filter(~Exists(known), source=OuterRef("source")).order_by().values("source")
    changed = Page.objects.filter(
        translation_key=OuterRef("source__object_id"),
        locale=OuterRef("source__locale"),
        last_published_at__gt=OuterRef("source__last_updated_at"),
    )
    lagging = translations.annotate(
        missing=Coalesce(Subquery(strings.annotate(number=Count("pk")).values("number")), 0), is_changed=Exists(changed)
    )
    return lagging.filter(Q(missing__gt=0) | Q(is_changed=True)).select_related("source").order_by("source__last_updated_at", "pk")


def _lines(stale: list[Any], own: QuerySet[Page]) -> list[dict[str, Any]]:
    """Each with the translated page, where the person may edit it."""
    keys = [row.source.object_id for row in stale]
    pages = {(page.translation_key, page.locale_id): page for page in own.filter(translation_key__in=keys).select_related("locale")}
    lines = []
    for row in stale:
        page = pages.get((row.source.object_id, row.target_locale_id))
        if page is not None:
            url = reverse("wagtailadmin_pages:edit", args=[page.pk])
            lines.append({"title": page.title, "lang": page.locale.language_code, "url": url, "row": row})
    return lines
