"""Middleware of the house: the language from the address, one clock per request, what a page may ask the browser for."""

from collections.abc import Callable
from contextlib import nullcontext

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from cms import clock
from cms.http.request_memo import remembering

GetResponse = Callable[[HttpRequest], HttpResponse]


def language_from_path(get_response: GetResponse) -> GetResponse:
    """Activate the language that the address names: `/en/...` is English, anything else Swedish.

    Django's LocaleMiddleware also asks Accept-Language at unprefixed addresses, so that one address
    would have several contents and no cache could hold it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or language)
        return response

    return middleware


def request_clock(get_response: GetResponse) -> GetResponse:
    """Let `clock.now()` be one moment throughout a request, and let a request that reads ask what it needs once."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with clock.request(), remembering() if request.method in ("GET", "HEAD") else nullcontext():
            return get_response(request)

    return middleware


# What a page may ask the browser for: a position, for whoever presses "Find the place near me", and nothing else.
PERMISSIONS_POLICY = "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def permissions_policy(get_response: GetResponse) -> GetResponse:
    """Say on every answer which of the browser's senses this site uses."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware


ADMIN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


def admin_policy(get_response: GetResponse) -> GetResponse:
    """Give `/admin/` a content security policy of its own: Wagtail's editor has inline scripts without nonce."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith("/admin/"):
            response.headers.setdefault("Content-Security-Policy", ADMIN_POLICY)
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware
