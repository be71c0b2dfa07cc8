"""The cache of whole pages for visitors who are not signed in.

A page is kept for a few seconds and never purged, so it may hold links and GET forms only: no
token, nothing personal. Whoever carries a session is never served from it. See
docs/decisions/0004-whole-pages-for-five-seconds.md.
"""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_max_age, patch_cache_control, patch_vary_headers

from cms.http.compression import accepts_compressed, compressed

# Whoever carries one of these is answered in person: a session, or a message to be shown once.
PERSONAL_COOKIES = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}
FORM_TOKEN = b"csrfmiddlewaretoken"

GetResponse = Callable[[HttpRequest], HttpResponse]


class AnonymousPageCache:
    """Serve and store anonymous GET pages for `PAGE_CACHE_SECONDS`, keyed by host, address and language."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        seconds = settings.PAGE_CACHE_SECONDS
        if not seconds or not is_cacheable_request(request):
            return with_default_cache_control(self.get_response(request))
        key = page_key(request)
        stored = cache.get(key)
        if stored is not None:
            status, headers, body = stored
            response = HttpResponse(body, status=status)
            response.headers = headers
            return response
        response = with_default_cache_control(self.get_response(request))
        if is_cacheable_response(response):
            response = compressed(request, response)
            cache.set(key, (response.status_code, response.headers, response.content), seconds)
        return response


def is_cacheable_request(request: HttpRequest) -> bool:
    """Only plain GETs of somebody unknown; htmx asks at uncached addresses anyway."""
    return (
        request.method in ("GET", "HEAD")
        and not PERSONAL_COOKIES & request.COOKIES.keys()
        and "HTTP_HX_REQUEST" not in request.META
        and not request.path_info.startswith(("/admin/", settings.STATIC_URL))
    )


def is_cacheable_response(response: HttpResponse) -> bool:
    """Only complete pages that set no cookie, hold no form's token and were not declared private."""
    control = response.headers.get("Cache-Control", "").lower()
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "private" not in control
        and "no-store" not in control
        and get_max_age(response) != 0
        and FORM_TOKEN not in response.content
    )


def page_key(request: HttpRequest) -> str:
    """One key per host and address, compressed and not; the language is part of the address."""
    url = f"{request.scheme}://{request.get_host()}{request.get_full_path()} {accepts_compressed(request)}"
    return "page:" + hashlib.sha256(url.encode()).hexdigest()


def with_default_cache_control(response: HttpResponse) -> HttpResponse:
    """Browsers always ask again, unless a view said otherwise: signing in changes every page at once."""
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, no_cache=True)
        patch_vary_headers(response, ("Cookie",))
    return response
