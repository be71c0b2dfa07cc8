"""The pattern page: every component with each of its examples."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from cms.components.catalogue import all_components


def patterns(request: HttpRequest) -> HttpResponse:
    """Shown while developing, and to those who may enter the admin."""
    if not settings.DEBUG and not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    response = render(request, "cms/patterns.html", {"components": all_components()})
    response.headers["Cache-Control"] = "no-store"
    return response
