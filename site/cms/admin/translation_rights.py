"""Who may translate a page: whoever may edit it. wagtail-localize asks only for the general right to translate."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

NAMESPACE = "wagtail_localize"
OWN = {"translation_source_id", "translation_id"}
"""What only its addresses are asked with, also where a view of ours stands before one of them."""


def refuse_strangers(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """Raise PermissionDenied where a view of wagtail-localize is asked about a page that the person may not edit."""
    match = request.resolver_match
    is_asked = match is not None and (NAMESPACE in match.namespaces or OWN.intersection(kwargs))
    if not is_asked or not request.user.has_perm("wagtailadmin.access_admin"):
        return
    page = _page_of(kwargs)
    if page is not None and not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied


def _page_of(kwargs: dict[str, Any]) -> Page | None:
    if "page_id" in kwargs:
        return Page.objects.filter(pk=kwargs["page_id"]).first()
    source = None
    if "translation_source_id" in kwargs:
        source = TranslationSource.objects.filter(pk=kwargs["translation_source_id"]).first()
    elif "translation_id" in kwargs:
        translation = Translation.objects.filter(pk=kwargs["translation_id"]).select_related("source").first()
        source = translation.source if translation else None
    if source is None:
        return None
    return Page.objects.filter(translation_key=source.object_id, locale=source.locale).first()
