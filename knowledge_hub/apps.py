from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.plugins import SitePlugin


class KnowledgeHubPlugin(SitePlugin):
    """Guides for the municipality's own staff."""

    name = "knowledge_hub"
    label = "knowledge_hub"
    verbose_name = _("Knowledge hub")
    version = "0.1.0"
    summary = _("Guides with steps and checklists, for staff only.")
    urls = "knowledge_hub.urls"

    def setup_site(self, front: Any) -> None:
        """The hub's page and collection, closed to everybody but the staff group."""
        from knowledge_hub.setup import setup_hub

        setup_hub(front)

    def load_demo(self, demo: Any) -> None:
        """The catalogue of methods, and five guides."""
        from knowledge_hub.demo.loading import load

        load(demo)

    def ready(self) -> None:
        from knowledge_hub import dashboard, page_view, personal_data, search  # noqa: F401

        dashboard.register()
        personal_data.register()
        search.register()
        search.connect()
