"""Guides that somebody should read again: on the dashboard of who keeps them true, and of those who edit the hub."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms import clock
from cms.admin.dashboard import DashboardPanel, dashboard_panels

SOON = timedelta(days=30)
SHOWN = 8


def register() -> None:
    """Called once, when the apps are ready."""
    dashboard_panels.register(
        DashboardPanel("knowledge_hub_reviews", _("Guides to read again"), 360, "knowledge_hub/admin/reviews.html", reviews_context)
    )


def reviews_context(request: HttpRequest) -> dict[str, Any] | None:
    """Guides whose day has come, or comes soon; None for those who neither keep nor edit any."""
    from knowledge_hub.models import GuidePage

    person = request.user
    editable = PagePermissionPolicy(GuidePage).instances_user_has_permission_for(person, "change")
    mine = GuidePage.objects.filter(Q(pk__in=editable.values("pk")) | Q(owner_person=person.pk), alias_of=None)
    guides = list(mine.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("owner_person").order_by("review_on", "title"))
    if not guides:
        return None
    today = clock.today()
    due = [guide for guide in guides if guide.review_on and guide.review_on <= today + SOON]
    may_edit = set(editable.filter(pk__in=[guide.pk for guide in due]).values_list("pk", flat=True)) if due else set()
    lines = [{"guide": guide, "late": guide.review_on <= today, "url": _guide_url(guide, guide.pk in may_edit)} for guide in due[:SHOWN]]
    return {"guides": lines, "more": max(len(due) - SHOWN, 0), "soon": SOON.days}


def _guide_url(guide: Any, may_edit: bool) -> str:
    return reverse("wagtailadmin_pages:edit", args=[guide.pk]) if may_edit else guide.get_url() or ""
