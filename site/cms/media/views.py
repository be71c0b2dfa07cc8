"""Serve files to those who may see them; only files of unrestricted collections may be cached."""

import mimetypes
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers, patch_cache_control
from wagtail.models import Collection, CollectionViewRestriction

from cms.media.models import SiteDocument, SiteRendition
from cms.organisation.staff import is_staff_member
from cms.people import Person

INLINE_TYPES = {"application/pdf", "text/plain"}


def rendition(request: HttpRequest, pk: int, filename: str) -> FileResponse:
    """One size of an image, by the image and the size's file name."""
    sizes = SiteRendition.objects.select_related("image__collection")
    size = get_object_or_404(sizes, image=pk, file__endswith=f"/{filename}")
    return _serve(request, size.image.collection, size.file, filename, inline=True)


def document(request: HttpRequest, pk: int, filename: str) -> FileResponse:
    """A document; what a browser might run is offered as a download."""
    row = get_object_or_404(SiteDocument.objects.select_related("collection"), pk=pk)
    if row.filename != filename:
        raise Http404
    content_type = mimetypes.guess_type(filename)[0]
    return _serve(request, row.collection, row.file, filename, inline=content_type in INLINE_TYPES)


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
        response = FileResponse(file.open("rb"), as_attachment=not inline, filename=filename)
    except FileNotFoundError as error:
        raise Http404 from error
    # A browser's PDF reader does not open in a sandbox.
    is_pdf = response.headers["Content-Type"] == "application/pdf"
    response.headers["Content-Security-Policy"] = "default-src 'none'" if is_pdf else "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if open_to_all:
        patch_cache_control(response, public=True, max_age=3600)
    else:
        add_never_cache_headers(response)
    return response
