"""What happens to one thing that can be followed, as an Atom feed: what anybody may see, newest first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.following.models import NewsItem
from cms.following.registry import News
from cms.following.stories import Thing, story_for_anybody, thing_for
from cms.http.atom import PlainAtom

MOST_LISTED = 50


@dataclass(frozen=True)
class Source:
    """What one request asks of the feed."""

    request: HttpRequest
    thing: Thing
    kind: str
    number: int


@dataclass(frozen=True)
class Entry:
    """A news item as anybody may read it."""

    item: NewsItem
    story: News


class NewsFeed(Feed[Entry, Source]):
    """Links are absolute; an entry's id follows from what made it happen, and never changes."""

    feed_type = PlainAtom

    def get_object(self, request: HttpRequest, kind: str, object_id: int) -> Source:
        thing = thing_for(kind, object_id, None, get_language() or "")
        if thing is None:
            raise Http404
        return Source(request, thing, kind, object_id)

    def title(self, source: Source) -> str:
        return source.thing.title

    def link(self, source: Source) -> str:
        return source.thing.url

    def feed_url(self, source: Source) -> str:
        return source.request.get_full_path()

    def subtitle(self, source: Source) -> str:
        return _("What happens to it")

    def items(self, source: Source) -> list[Entry]:
        rows = NewsItem.objects.filter(targets__kind=source.kind, targets__object_id=source.number).order_by("-happened_at", "-pk")
        language = get_language() or ""
        stories = [(item, story_for_anybody(item, language)) for item in rows[:MOST_LISTED]]
        return [Entry(item, story) for item, story in stories if story is not None]

    def item_title(self, entry: Entry) -> str:
        return entry.story.heading

    def item_description(self, entry: Entry) -> str:
        return escape(entry.story.text)

    def item_link(self, entry: Entry) -> str:
        return entry.story.url

    def item_guid(self, entry: Entry) -> str:
        return uuid5(NAMESPACE_URL, f"{settings.BASE_URL} {entry.item.key}").urn

    def item_pubdate(self, entry: Entry) -> datetime:
        return entry.item.happened_at

    def item_updateddate(self, entry: Entry) -> datetime:
        return entry.item.happened_at
