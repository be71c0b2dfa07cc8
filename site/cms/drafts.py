"""A translation is not there for visitors while the page it translates is a draft.

Wagtail publishes a translation by itself: its words would be out before the question is asked.
"""

from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest
from wagtail.models import Page


def has_draft_source() -> Exists:
    """For a queryset of pages: its page in the default language is not live."""
    sources = Page.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE)
    return Exists(sources.filter(alias_of=None, live=False))


def refuse_early_translation(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """Hook `before_serve_page`. Raises Http404."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return
    if Page.objects.filter(has_draft_source(), pk=page.pk).exists():
        raise Http404
