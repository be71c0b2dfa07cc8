"""Serve files to those who may see them; only files of unrestricted collections may be cached."""

import mimetypes
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers, patch_cache_control
from wagtail.models import Collection, CollectionViewRestriction

from cms.media.former_addresses import document_now_at, is_same_name
from cms.media.models import SiteDocument, SiteRendition
from cms.media.plain_text import charset_of
from cms.organisation.staff import is_staff_member
from cms.people import Person

INLINE_TYPES = {"application/pdf", "text/plain"}


def rendition(request: HttpRequest, pk: int, filename: str) -> FileResponse:
    """One size of an image, by the image and the size's file name."""
    sizes = SiteRendition.objects.select_related("image__collection")
    size = get_object_or_404(sizes, image=pk, file__endswith=f"/{filename}")
    return _serve(request, size.image.collection, size.file, filename, inline=True)


def document(request: HttpRequest, pk: int, filename: str) -> HttpResponseBase:
    """A document; what a browser might run is offered as a download. An address that it had leads to the one it has."""
    row = SiteDocument.objects.select_related("collection").filter(pk=pk).first()
    if row is None or not is_same_name(row.filename, filename):
        return _lead_on(request, document_now_at(int(pk), filename))
    content_type = mimetypes.guess_type(filename)[0]
    return _serve(request, row.collection, row.file, filename, inline=content_type in INLINE_TYPES)


def _lead_on(request: HttpRequest, row: SiteDocument | None) -> HttpResponse:
    """The way to a document's present address, for those who may see it; never kept, since it may be replaced again."""
    if row is None or not may_see_collection(row.collection, request.user)[0]:
        raise Http404
    response = HttpResponseRedirect(row.url)
    add_never_cache_headers(response)
    return response


def may_see_collection(collection: Collection, person: Person) -> tuple[bool, bool]:
    """(may the person see it, is it open to everybody).

    A collection restricted by login or password means the staff group: citizens have accounts too.
    """
    restrictions = list(collection.get_view_restrictions().prefetch_related("groups"))
    if not restrictions:
        return True, True
    return all(_passes(restriction, person) for restriction in restrictions), False


def _passes(restriction: CollectionViewRestriction, person: Person) -> bool:
    if not person.is_authenticated:
        return False
    if person.is_superuser:
        return True
    if restriction.restriction_type != CollectionViewRestriction.GROUPS:
        return is_staff_member(person)
    return person.groups.filter(pk__in=[group.pk for group in restriction.groups.all()]).exists()


def _serve(request: HttpRequest, collection: Collection, file: Any, filename: str, *, inline: bool) -> FileResponse:
    allowed, open_to_all = may_see_collection(collection, request.user)
    if not allowed:
        raise Http404
    try:
        content = file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(content, as_attachment=not inline, filename=filename)
    if response.headers["Content-Type"].startswith("text/"):
        response.headers["Content-Type"] = f"{response.headers['Content-Type'].partition(';')[0]}; charset={charset_of(content)}"
    # A browser's PDF reader does not open in a sandbox.
    is_pdf = response.headers["Content-Type"] == "application/pdf"
    response.headers["Content-Security-Policy"] = "default-src 'none'" if is_pdf else "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if open_to_all:
        patch_cache_control(response, public=True, max_age=3600)
    else:
        add_never_cache_headers(response)
    return response
