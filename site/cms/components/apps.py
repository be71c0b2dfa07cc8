from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    """Every shared piece of the interface."""

    name = "cms.components"
    label = "cms_components"
    verbose_name = "Components"

    def ready(self) -> None:
        from cms.components import checks  # noqa: F401
