"""The short address of a dialogue, and the page on how one goes."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from cms.pages.breadcrumbs import breadcrumbs_to
from cms.pages.translated_words import page_url
from participation.dialogues.cards import shown_pages
from participation.dialogues.how_it_goes import how_it_goes_context
from participation.dialogues.links import known_number
from participation.dialogues.queries import visible_dialogues


def short_link(request: HttpRequest, pk: int) -> HttpResponse:
    """The printed address of a dialogue leads to its page in the reader's language."""
    page = visible_dialogues(request.user).select_related("locale").filter(pk=known_number(pk)).first()
    if page is None:
        raise Http404
    url = page_url(shown_pages([page], request)[page.pk], request)
    if not url:
        raise Http404
    return HttpResponseRedirect(url)


def how_it_goes(request: HttpRequest) -> HttpResponse:
    """How a dialogue goes, station by station."""
    context = {"breadcrumbs": breadcrumbs_to({"label": _("How a dialogue goes")}), **how_it_goes_context()}
    return render(request, "participation/dialogues/how_it_goes.html", context)
