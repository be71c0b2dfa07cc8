from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowingConfig(AppConfig):
    """Who follows what, and what they are told."""

    name = "cms.following"
    label = "cms_following"
    verbose_name = _("Following")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.following import personal_data

        personal_data.register()
