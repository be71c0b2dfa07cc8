from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from cms.plugins import SitePlugin


class ParticipationPlugin(SitePlugin):
    """Dialogues, what people say in them, and what becomes of it; the host of the methods."""

    name = "participation"
    label = "participation"
    verbose_name = _("Participation")
    version = "0.1.0"
    summary = _("Dialogues, contributions, answers, outcomes and follow-ups.")
    urls = "participation.urls"

    def ready(self) -> None:
        from participation import sections, signal_handlers

        autodiscover_modules("method")
        sections.register()
        signal_handlers.connect()
