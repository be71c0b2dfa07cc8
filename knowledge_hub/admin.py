"""The hub in the admin: a way to its guides, and the catalogue of methods."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.views.snippets import SnippetViewSet

from knowledge_hub.confirming import LOG_ACTION
from knowledge_hub.models import KnowledgeHubPage, Method


class MethodViewSet(SnippetViewSet):
    """The catalogue of methods."""

    model = Method
    icon = "list-ul"
    menu_label = _("Methods")
    menu_order = 145
    add_to_admin_menu = True
    list_display = ["name", "level", "group_size", "is_active"]
    list_filter = ["level", "is_active"]
    search_fields = ["name", "name_en", "good_for"]


def log_actions(actions: LogActionRegistry) -> None:
    """Tell Wagtail the words of our entry."""
    actions.register_action(LOG_ACTION, _("Confirm guide"), _("Confirmed that the guide is still true"))


class GuidesMenuItem(MenuItem):
    """Leads to the hub's pages, for those who may edit them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return any(hub.permissions_for_user(request.user).can_add_subpage() for hub in KnowledgeHubPage.objects.all())


def guides_menu_item() -> Any:
    """The menu entry "Knowledge hub"."""
    return GuidesMenuItem(_("Knowledge hub"), lazy(hub_url, str)(), name="knowledge-hub", icon_name="openquote", order=140)


def hub_url() -> str:
    """Where the hub's pages are edited."""
    hub = KnowledgeHubPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    return reverse("wagtailadmin_explore", args=[hub.pk]) if hub else reverse("wagtailadmin_explore_root")
