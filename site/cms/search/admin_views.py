"""For editors: what was searched and found nothing."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms import clock
from cms.search.misses import SHOWN_FROM, shown_misses

WEEKS = 12
MOST = 200
POLICY = PagePermissionPolicy()
WRITERS = ["add", "change", "publish"]


class MissesView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Words that several have asked for in the last weeks and that found nothing, the most frequent first."""

    permission_policy = POLICY
    any_permission_required = WRITERS
    template_name = "cms_search/admin/misses.html"
    page_title = _("Searches without results")
    header_icon = "search"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        since = clock.today() - timedelta(weeks=WEEKS)
        return super().get_context_data(misses=shown_misses(since)[:MOST], weeks=WEEKS, least=SHOWN_FROM, **kwargs)


def admin_urls() -> list[URLPattern]:
    """For Wagtail's hook."""
    return [path("reports/searches-without-results/", MissesView.as_view(), name="search_misses")]


def menu_item() -> MenuItem:
    """The entry below "Reports"."""
    return MissesMenuItem(_("Searches without results"), reverse("search_misses"), name="search-misses", icon_name="search", order=1300)


class MissesMenuItem(MenuItem):
    """Shown to whoever writes pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(POLICY.user_has_any_permission(request.user, WRITERS))
