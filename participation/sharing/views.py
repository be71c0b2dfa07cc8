"""A dialogue's picture for sharing, and its days as a calendar file; whether one may see it is asked each time."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control

from cms import clock
from cms.http.icalendar import CONTENT_TYPE, calendar_file
from cms.visibility import visible_to
from participation.dialogues.cards import shown_pages, title_of
from participation.dialogues.links import known_number
from participation.dialogues.queries import rows_for, visible_dialogues
from participation.models import DialoguePage, ShareImage
from participation.sharing.calendar import days_of


def share_image(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture of a page that anybody may see."""
    pages = visible_to(DialoguePage.objects.filter(pk=known_number(pk)), None)
    image = get_object_or_404(ShareImage, page__in=pages)
    response = HttpResponse(bytes(image.png), content_type="image/png")
    patch_cache_control(response, public=True, max_age=600)
    return response


def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The days of a dialogue in the reader's language."""
    page = (
        visible_dialogues(request.user)
        .select_related("locale")
        .prefetch_related("phases")
        .filter(pk=known_number(pk), is_record=False)
        .first()
    )
    if page is None:
        raise Http404
    at = clock.now()
    shown = shown_pages([page], request)[page.pk]
    title = title_of(page, shown)[0]
    days = days_of(rows_for([page], at)[0], shown, title)
    return HttpResponse(
        calendar_file(title, days, at),
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{page.slug}.ics"'},
    )
