"""Start-up checks of the house (`manage.py check`)."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, register
from wagtail.models import Page

from cms.accounts.personal_data import fields_of_people, personal_data
from cms.http.rate_limits import network_from
from cms.pages.base import PRIVACY_OPTIONS


@register()
def privacy_by_groups_only(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A page type that offers "login" privacy would open staff pages to every citizen's account."""
    page_types: list[Any] = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]
    return [
        Error(f"{model.__name__} offers privacy options other than groups.", hint="Inherit cms.pages.base.SitePage.", id="cms.E001")
        for model in page_types
        if list(model.private_page_options) != PRIVACY_OPTIONS
    ]


@register()
def no_public_uploads(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Documents go through a view that asks who may see them."""
    if settings.WAGTAILDOCS_SERVE_METHOD == "serve_view":
        return []
    return [Error("WAGTAILDOCS_SERVE_METHOD must be “serve_view”.", id="cms.E002")]


@register()
def own_networks_are_networks(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A network that is written wrong would be nobody's."""
    return [
        Error(f"GENSVAR_OWN_NETWORKS names “{words}”, which is no network.", hint="Write 192.0.2.0/24 or 2001:db8::/32.", id="cms.E004")
        for words in settings.GENSVAR_OWN_NETWORKS
        if network_from(words) is None
    ]


@register()
def personal_data_is_named(app_configs: Any, **kwargs: Any) -> list[Error]:
    """What nobody names is neither exported to the person it is about nor erased."""
    named = {dotted for entry in personal_data for dotted in entry.models}
    return [
        Error(
            f"{field} points at a person, and no entry of personal_data names it.",
            hint="Register a PersonalData that names, exports and erases it; a participation method returns one from personal_data().",
            id="cms.E003",
        )
        for field in fields_of_people()
        if field not in named
    ]
