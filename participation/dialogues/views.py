"""The short address of a dialogue."""

from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from cms.pages.translated_words import page_url
from participation.dialogues.cards import shown_pages
from participation.dialogues.queries import visible_dialogues


def short_link(request: HttpRequest, pk: int) -> HttpResponse:
    """The printed address of a dialogue leads to its page in the reader's language."""
    if pk > BigIntegerField.MAX_BIGINT:  # more than SQLite can compare
        raise Http404
    page = visible_dialogues(request.user).select_related("locale").filter(pk=pk).first()
    if page is None:
        raise Http404
    url = page_url(shown_pages([page], request)[page.pk], request)
    if not url:
        raise Http404
    return HttpResponseRedirect(url)
