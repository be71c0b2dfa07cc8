"""Compress what is text on its way out: pages, feeds, data. Images and archives are compressed already.

A page of a dialogue goes over the wire in a quarter of its size, wherever the site is served. Django adds
random bytes and masks every form's token, so that the size of a page tells nothing of a secret in it (BREACH).
"""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware, re_accepts_gzip

TEXT = ("text/", "application/json", "application/atom+xml", "image/svg+xml")


class CompressText(GZipMiddleware):
    """Stands outside the cache of pages, which keeps a compressed page beside the plain one."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not response.headers.get("Content-Type", "").startswith(TEXT):
            return response
        return super().process_response(request, response)


_compressor = CompressText(lambda _request: HttpResponse())


def compressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The response as it goes out to this visitor; one that is compressed already stays as it is."""
    _compressor.process_response(request, response)
    return response


def accepts_compressed(request: HttpRequest) -> bool:
    """Whether the visitor's browser can read compressed text."""
    return bool(re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")))
