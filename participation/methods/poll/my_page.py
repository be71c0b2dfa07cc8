"""How one has voted, on one's own page."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.personal_data import Person
from cms.pages.translated_words import page_url, translated_text
from cms.visibility import visible_to
from participation.api import shown_to
from participation.methods.poll.display import words_of_option
from participation.methods.poll.models import PollPage, Vote
from participation.methods.poll.rules import can_vote

ON_PAGE = 10


def votes_context(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """The person's votes in polls that they may see; nothing for somebody who has not voted."""
    if person.participant is None:
        return None
    polls = visible_to(PollPage.objects.all(), request.user)
    rows = Vote.objects.filter(participant=person.participant, activity__in=polls.values("pk")).order_by("-given_on", "activity")
    page = Paginator(rows, ON_PAGE).get_page(request.GET.get("roster"))
    shown = polls.select_related("locale").in_bulk([row.activity_id for row in page])
    items = [_item(request, row, shown[row.activity_id]) for row in page]
    return {"items": items, "page": page} if items else None


def _item(request: HttpRequest, row: Vote, poll: PollPage) -> dict[str, Any]:
    shown = shown_to(poll, request.user)
    title, option = translated_text(shown, poll, "title"), words_of_option(shown, poll, row.option_key)
    links = []
    if can_vote(poll, clock.now(), has_account=request.user.is_authenticated):
        url = reverse("participation_poll:vote", args=[poll.pk])
        links.append({"label": _("Change my vote"), "url": url, "aloud": _("in “%(poll)s”") % {"poll": title}})
    return {
        "title": str(title),
        "title_lang": title.lang,
        "url": page_url(shown, request),
        "text": str(option),
        "lang": option.lang,
        "date": row.given_on,
        "links": links,
    }
