from django.utils.translation import gettext_lazy as _

from cms.plugins import SitePlugin


class KnowledgeHubPlugin(SitePlugin):
    """Guides for the municipality's own staff."""

    name = "knowledge_hub"
    label = "knowledge_hub"
    verbose_name = _("Knowledge hub")
    version = "0.1.0"
    summary = _("Guides with steps and checklists, for staff only.")
