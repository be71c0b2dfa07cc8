"""The list of dialogues as an Atom feed, filters included, the latest change first."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from cms import clock
from cms.http.atom import PlainAtom
from cms.pages.views import page_view
from participation.choices import State
from participation.dialogues.answers import published_answers
from participation.dialogues.cards import Card, cards_for
from participation.dialogues.listing import filtered_dialogues
from participation.dialogues.queries import DialogueRow, rows_for
from participation.models import DialogueIndexPage

MOST_READ = 200
MOST_LISTED = 50
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # sorts last what was never published by an editor


@dataclass(frozen=True)
class Entry:
    """A dialogue in the feed."""

    row: DialogueRow
    card: Card
    summary: str = ""


@dataclass(frozen=True)
class Source:
    """What one request asks of the feed."""

    request: HttpRequest
    index: DialogueIndexPage


class DialogueFeed(Feed[Any, Source]):
    """Links are absolute; an entry's id is the dialogue's short address, which never changes."""

    feed_type = PlainAtom

    def get_object(self, request: HttpRequest, index: DialogueIndexPage) -> Source:
        return Source(request, index)

    def title(self, source: Source) -> str:
        return source.index.title

    def link(self, source: Source) -> str:
        return source.index.get_url(source.request) or "/"

    def feed_url(self, source: Source) -> str:
        return source.request.get_full_path()

    def subtitle(self, source: Source) -> str:
        return _("Dialogues that open, close and are answered")

    def items(self, source: Source) -> list[Entry]:
        dialogues, _filters = filtered_dialogues(source.request)
        rows = rows_for(dialogues.prefetch_related("topic_links__tag")[:MOST_READ], clock.now())
        answers = published_answers(rows, source.request.user)
        summaries = {pk: given.summary for pk, given in answers.items()}
        entries = [
            Entry(row, card, summaries.get(row.page.pk, "")) for row, card in zip(rows, cards_for(rows, source.request), strict=True)
        ]
        return sorted(entries, key=lambda entry: _changed(entry.row), reverse=True)[:MOST_LISTED]

    def item_title(self, entry: Entry) -> str:
        return entry.card.title

    def item_description(self, entry: Entry) -> str:
        state = entry.row.deadline.phrase() if entry.row.deadline.now else entry.card.words or State(entry.card.state).label
        about = (str(state), entry.summary, entry.card.question or entry.row.page.introduction)
        return escape(". ".join(words for words in about if words))

    def item_link(self, entry: Entry) -> str:
        return entry.card.url

    def item_guid(self, entry: Entry) -> str:
        return self._absolute(reverse("participation:short_link", args=[entry.row.page.pk]))

    def item_pubdate(self, entry: Entry) -> datetime | None:
        return entry.row.page.first_published_at

    def item_updateddate(self, entry: Entry) -> datetime:
        return _changed(entry.row)

    def item_categories(self, entry: Entry) -> list[Any]:
        return [str(link.tag) for link in entry.row.page.topic_links.all()]

    def _absolute(self, path: str) -> str:
        return settings.BASE_URL.rstrip("/") + path


def _changed(row: DialogueRow) -> datetime:
    return row.changed_at or row.page.first_published_at or NEVER


@page_view("participation.DialogueIndexPage", "atom")
def dialogue_feed(request: HttpRequest, index: DialogueIndexPage) -> HttpResponse:
    """The feed of the index, as its filters in the address say."""
    return DialogueFeed()(request, index=index)
