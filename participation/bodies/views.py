"""Public pages that are no Wagtail pages: bodies, promises and the short link."""

from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.organisation.models import Body
from cms.pages.breadcrumbs import trail_to
from cms.pages.translated_words import address_of
from participation.bodies.figures import body_rows, promises_context
from participation.dialogues.cards import shown_pages
from participation.dialogues.queries import visible_dialogues
from participation.moderation.page_view import moderation_context


def bodies(request: HttpRequest) -> HttpResponse:
    """All bodies, with what they owe."""
    context = {"rows": body_rows(request.user), "breadcrumbs": trail_to({"label": _("Bodies")})}
    return render(request, "participation/bodies/list.html", context)


def body(request: HttpRequest, slug: str) -> HttpResponse:
    """One body: open, waiting, overdue, answered, commitments."""
    found = get_object_or_404(Body.objects.select_related("administration").prefetch_related("successors"), slug=slug)
    trail = trail_to({"label": _("Bodies"), "url": reverse("participation:bodies")}, {"label": str(found)})
    context = {"body": found, "breadcrumbs": trail, **promises_context(request, found)}
    return render(request, "participation/bodies/body.html", context)


def promises(request: HttpRequest) -> HttpResponse:
    """How the whole municipality keeps its promises."""
    context = {"breadcrumbs": trail_to({"label": _("How we keep our promises")}), **promises_context(request)}
    return render(request, "participation/bodies/promises.html", context)


def moderation(request: HttpRequest) -> HttpResponse:
    """How what people write is moderated: the rules, and figures."""
    context = {"breadcrumbs": trail_to({"label": _("How we moderate")}), **moderation_context(request)}
    return render(request, "participation/moderation/page.html", context)


def short_link(request: HttpRequest, pk: int) -> HttpResponse:
    """The printed address of a dialogue leads to its page in the reader's language."""
    if pk > BigIntegerField.MAX_BIGINT:  # more than SQLite can compare
        raise Http404
    page = visible_dialogues(request.user).select_related("locale").filter(pk=pk).first()
    if page is None:
        raise Http404
    address = address_of(shown_pages([page], request)[page.pk], request)
    if not address:
        raise Http404
    return HttpResponseRedirect(address)
