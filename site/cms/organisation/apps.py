from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    """Administrations, bodies, places, target groups and topics."""

    name = "cms.organisation"
    label = "cms_organisation"
    verbose_name = _("Organisation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.organisation import former_slugs, signal_handlers

        signal_handlers.connect()
        former_slugs.connect()
