"""The page of results, what is offered while somebody types, and whether the search is well."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms.http.rate_limits import client_ip
from cms.search.asking.searching import suggestions
from cms.search.misses import count_miss
from cms.search.page import SearchPage
from cms.search.presenting import suggested
from cms.search.wellbeing import wellbeing


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results of what stands in the address; every state of the page has its own. Nothing in it is an error: it is words."""
    page = SearchPage(request)
    context = page.context()
    if page.found_nothing and not page.is_narrowed and request.method == "GET":
        count_miss(page.typed, get_language() or "", client_ip(request))
    response = render(request, "cms_search/search.html", context)
    if page.result_page.is_fallback:
        patch_cache_control(response, no_store=True)
    return response


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """A list of links for what somebody has begun to type."""
    text = request.GET.get("q", "")[:100]
    hits: list[dict[str, Any]] = suggested(suggestions(text, request.user), request) if len(text.strip()) > 1 else []
    response = render(request, "cms_search/suggestions.html", {"suggestions": hits})
    patch_cache_control(response, private=True, max_age=30)
    return response


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 while the search does what its settings promise, 503 with a word otherwise: for whoever watches the installation."""
    state = wellbeing()
    response = JsonResponse(state.document(), status=200 if state.is_well else 503)
    patch_cache_control(response, no_store=True)
    return response
