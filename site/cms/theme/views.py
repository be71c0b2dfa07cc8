"""The municipality's style sheet and typeface. Their addresses change with them, so browsers keep them for a year."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from cms.context import identity_of
from cms.theme.style_sheet import text_for

YEAR = 365 * 24 * 3600


def style_sheet(request: HttpRequest) -> HttpResponse:
    """The whole style sheet: the page itself may hold no inline style, and waits for one file only."""
    response = HttpResponse(text_for(identity_of(request)), content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response


def typeface(request: HttpRequest, name: str) -> FileResponse:
    """The typeface that the municipality has chosen, and no other file."""
    chosen = identity_of(request).typeface
    stored = str(chosen.name)
    if not chosen or stored.rsplit("/", 1)[-1] != name or not default_storage.exists(stored):
        raise Http404
    response = FileResponse(default_storage.open(stored), content_type="font/woff2")
    response.headers["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response
