"""Addresses in the language that they lead to: `/kvitto/` in Swedish is `/en/receipt/` in English.

Written beside each other in the code and not in a catalogue: an address is a promise, and no wording.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve, translate_url
from django.utils import translation
from django.utils.functional import lazy

PAGES = "wagtail_serve"


def _spoken(swedish: str, others: str) -> str:
    language = translation.get_language() or settings.LANGUAGE_CODE
    return swedish if language == settings.LANGUAGE_CODE else others


spoken: Any = lazy(_spoken, str)
"""The route of a view, as `path(spoken("kvitto/", "receipt/"), ...)`: in Swedish, and in every other language."""


def in_own_words(request: HttpRequest) -> str:
    """Where an address leads that says in Swedish, under another language, what has a word there: `/en/kvitto/`. Else nothing."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    prefix = f"/{language}/"
    if language == settings.LANGUAGE_CODE or not request.path_info.startswith(prefix):
        return ""
    swedish = request.get_full_path()[len(prefix) - 1 :]
    with translation.override(settings.LANGUAGE_CODE):
        match = _view_at(urlsplit(swedish).path)
        leads_to = translate_url(swedish, language) if match else swedish
    return leads_to if leads_to not in (swedish, request.get_full_path()) else ""


def _view_at(path: str) -> ResolverMatch | None:
    """The view of the house at a path; a page has its own address in each language."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return None if match.url_name == PAGES else match
