"""Start-up checks of the house (`manage.py check`)."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, register
from wagtail.models import Page

from cms.pages.base import PRIVACY_OPTIONS


@register()
def privacy_by_groups_only(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A page type that offers "login" privacy would open staff pages to every citizen's account."""
    return [
        Error(f"{model.__name__} offers privacy options other than groups.", hint="Inherit cms.pages.base.SitePage.", id="cms.E001")
        for model in apps.get_models()
        if issubclass(model, Page) and model is not Page and list(model.private_page_options) != PRIVACY_OPTIONS
    ]


@register()
def no_public_uploads(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Documents go through a view that asks who may see them."""
    if settings.WAGTAILDOCS_SERVE_METHOD == "serve_view":
        return []
    return [Error("WAGTAILDOCS_SERVE_METHOD must be “serve_view”.", id="cms.E002")]
