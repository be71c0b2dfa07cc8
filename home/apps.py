from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.plugins import SitePlugin


class HomePlugin(SitePlugin):
    """The start page and the standard pages."""

    name = "home"
    label = "home"
    verbose_name = _("Home")
    version = "0.1.0"
    summary = _("The start page, standard pages and the accessibility statement.")

    def ready(self) -> None:
        from home import page_view, search  # noqa: F401

        search.register()

    def setup_site(self, front: Any) -> None:
        """The start page's sections, and the pages that the footer leads to."""
        from home.setup import setup_home

        setup_home(front)
