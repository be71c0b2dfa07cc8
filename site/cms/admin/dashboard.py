"""Dashboard panels: what an editor meets on the admin's first page. Each package says what waits in its own area.

A panel names nothing that the person may not edit: its context starts from the rows that are theirs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from cms.plugins.registry import Registry


@dataclass(frozen=True)
class DashboardPanel:
    """A part of the dashboard: its heading, its place, a template, and what the template knows.

    `context(request)` answers None where the panel does not concern the person.
    """

    name: str
    label: str | Promise
    order: int
    template: str
    context: Callable[[HttpRequest], dict[str, Any] | None]


dashboard_panels: Registry[DashboardPanel] = Registry("dashboard_panels", DashboardPanel)


def register() -> None:
    """The host's own panels; called once, when the apps are ready."""
    dashboard_panels.register(DashboardPanel("sent_back", _("Sent back to you"), 300, "cms/admin/sent_back.html", _sent_back))
    dashboard_panels.register(
        DashboardPanel("translations_behind", _("Translations behind"), 350, "cms/admin/translations_behind.html", _behind)
    )


def _sent_back(request: HttpRequest) -> dict[str, Any] | None:
    from cms.admin.sent_back import sent_back_context

    return sent_back_context(request)


def _behind(request: HttpRequest) -> dict[str, Any] | None:
    from cms.admin.stale_translations import behind_context

    return behind_context(request)


class DashboardComponent(Component):
    """A panel as Wagtail renders it."""

    template_name = "cms/admin/dashboard_panel.html"

    def __init__(self, panel: DashboardPanel, context: dict[str, Any]) -> None:
        self.panel, self.context = panel, context
        self.order = panel.order

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return {"panel": self.panel, **self.context}


def lay_dashboard(request: HttpRequest, panels: list[Any]) -> None:
    """Wagtail's hook `construct_homepage_panels`: the panels that concern the person, in place of those that name others' pages."""
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in NAMES_OTHERS]
    for panel in dashboard_panels:
        context = panel.context(request)
        if context is not None:
            panels.append(DashboardComponent(panel, context))


# Wagtail reads these from logs and workflows, so they name pages that the person may no longer edit.
NAMES_OTHERS = {"recent_edits", "locked_pages", "user_objects_in_workflow_moderation"}
