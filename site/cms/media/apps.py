from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Images and documents, served only to those who may see them."""

    name = "cms.media"
    label = "cms_media"
    verbose_name = "Media"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.media import cleaning, former_addresses, sizes

        cleaning.register()
        sizes.register()
        former_addresses.connect()
