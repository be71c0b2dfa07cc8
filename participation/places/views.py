"""Public pages of places, which are no Wagtail pages."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.organisation.former_slugs import present_slug
from cms.organisation.models import Place
from cms.pages.breadcrumbs import breadcrumbs_to
from participation.dialogues.place_map import place_url
from participation.places.page_view import place_context, places_context


def places(request: HttpRequest) -> HttpResponse:
    """All places, on the map and in a list."""
    context = {"breadcrumbs": breadcrumbs_to({"label": _("Places")}), **places_context(request)}
    return render(request, "participation/places/list.html", context)


def place(request: HttpRequest, slug: str) -> HttpResponse:
    """One place: what is open, how to meet us, what was answered and promised."""
    row = Place.objects.select_related("merged_into").filter(slug=slug).first()
    if row is None:
        return _lead_on(request, slug)
    breadcrumbs = breadcrumbs_to({"label": _("Places"), "url": reverse("participation:places")}, {"label": str(row)})
    return render(request, "participation/places/place.html", {"place": row, "breadcrumbs": breadcrumbs, **place_context(request, row)})


def _lead_on(request: HttpRequest, slug: str) -> HttpResponse:
    """From the address that a place had to the one it has, with the query."""
    now = present_slug(Place, slug)
    if now is None:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(place_url(Place(slug=now)) + (f"?{query}" if query else ""))
