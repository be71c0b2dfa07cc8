from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The site's public search."""

    name = "cms.search"
    label = "cms_search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.search import facets, housekeeping, signal_handlers

        facets.register()
        housekeeping.register()
        signal_handlers.connect()
