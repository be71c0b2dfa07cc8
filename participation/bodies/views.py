"""Public pages that are no Wagtail pages: bodies, promises and the short link."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.organisation.former_slugs import present_slug
from cms.organisation.models import Body
from cms.pages.breadcrumbs import breadcrumbs_to
from participation.bodies.figures import body_rows, promises_context


def bodies(request: HttpRequest) -> HttpResponse:
    """All bodies, with what they owe."""
    context = {"rows": body_rows(request.user), "breadcrumbs": breadcrumbs_to({"label": _("Committees")})}
    return render(request, "participation/bodies/list.html", context)


def body(request: HttpRequest, slug: str) -> HttpResponse:
    """One body: open, waiting, overdue, answered, commitments."""
    row = Body.objects.select_related("administration").prefetch_related("successors").filter(slug=slug).first()
    if row is None:
        return _lead_on(request, slug)
    breadcrumbs = breadcrumbs_to({"label": _("Committees"), "url": reverse("participation:bodies")}, {"label": str(row)})
    context = {"body": row, "breadcrumbs": breadcrumbs, **promises_context(request, row)}
    return render(request, "participation/bodies/body.html", context)


def _lead_on(request: HttpRequest, slug: str) -> HttpResponse:
    """From the address that a body had to the one it has, with the query."""
    now = present_slug(Body, slug)
    if now is None:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(reverse("participation:body", args=[now]) + (f"?{query}" if query else ""))


def promises(request: HttpRequest) -> HttpResponse:
    """How the whole municipality keeps its promises."""
    context = {"breadcrumbs": breadcrumbs_to({"label": _("How we keep our promises")}), **promises_context(request)}
    return render(request, "participation/bodies/promises.html", context)
