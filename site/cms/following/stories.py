"""What a news item says to a reader, asked when it is told; for all who see no more than anybody does, once in some seconds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from django.core.cache import cache
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.following.models import Follow, Follower, NewsItem
from cms.following.registry import News, Reader, followables, news_kinds
from cms.following.succession import succession
from cms.people import Person

REMEMBERED = 3  # seconds: what is hidden after that is told to nobody
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Thing:
    """Something that is followed, in the reader's language, as it is called now.

    `was` is its title before it went on as something else; `goes_on_as` are the titles of what carries it on where that is more than one.
    """

    title: str
    label: str
    url: str
    breadth: int
    was: str = ""
    goes_on_as: tuple[str, ...] = ()

    @property
    def change(self) -> str:
        """The sentence that says what became of what somebody chose to follow."""
        if self.was:
            return _("%(was)s is now called %(title)s. You follow %(title)s instead.") % {"was": self.was, "title": self.title}
        if self.goes_on_as:
            heirs = get_text_list(list(self.goes_on_as), _("and"))
            return _("%(title)s goes on as %(heirs)s. You follow %(heirs)s instead.") % {"title": self.title, "heirs": heirs}
        return ""


def story_for(item: NewsItem, follower: Follower, *, own: bool = False) -> News | None:
    """The news for a follower; None when it is no longer true, or not visible to them."""
    if own:
        return told(item, Reader(follower.user, follower.language, own=True, follower=follower))
    story = story_for_anybody(item, follower.language)
    if story is None and follower.user is not None:
        return told(item, Reader(follower.user, follower.language, follower=follower))
    return story


def story_for_anybody(item: NewsItem, language: str) -> News | None:
    """The news as anybody may read it."""
    return _remembered(f"following:story:{item.pk}:{language}", lambda: told(item, Reader(None, language)))


def told(item: NewsItem, reader: Reader) -> News | None:
    """What the plugin says of it; None when its plugin is off."""
    kind = news_kinds.get(item.kind)
    if kind is None:
        return None
    with override(reader.language):
        return kind.compose(item, reader)


def item_of(number: int) -> NewsItem | None:
    """An item with what it belongs to: neither ever changes."""
    return _remembered(f"following:item:{number}", lambda: NewsItem.objects.prefetch_related("targets").filter(pk=number).first())


def thing_for(kind: str, number: int, person: Person | None, language: str) -> Thing | None:
    """Something that can be followed, as what it is today, if this person may see it."""
    if kind not in followables:
        return None
    thing = _remembered(f"following:thing:{kind}:{number}:{language}", lambda: _thing_today((kind, number), None, language))
    return thing or (_thing_today((kind, number), person, language) if person is not None else None)


def reason_for(follows: list[Follow], follower: Follower) -> tuple[Follow, Thing] | None:
    """The narrowest of these follows that the follower may still see: it is named in the mail."""
    things = [(follow, thing_for(follow.kind, follow.object_id, follower.user, follower.language)) for follow in follows]
    seen = [(follow, thing) for follow, thing in things if thing is not None]
    return min(seen, key=lambda pair: (pair[1].breadth, pair[0].pk), default=None)


def _thing_today(target: tuple[str, int], person: Person | None, language: str) -> Thing | None:
    """The thing itself, or what carries it on as far as the person may see that."""
    heirs = succession().now(target)
    own = _thing(target, person, language)
    if heirs == [target]:
        return own
    seen = [thing for heir in heirs if (thing := _thing(heir, person, language)) is not None]
    if len(seen) == 1:
        return replace(seen[0], was=own.title if own is not None and own.title != seen[0].title else "")
    return replace(own, goes_on_as=tuple(thing.title for thing in seen)) if own is not None else next(iter(seen), None)


def _thing(target: tuple[str, int], person: Person | None, language: str) -> Thing | None:
    followable = followables.get(target[0])
    if followable is None:
        return None
    with override(language):
        row = followable.find(target[1])
        if row is None or not followable.visible_to(row, person):
            return None
        return Thing(str(followable.title(row, language)), str(followable.label), followable.url(row), followable.breadth)


def _remembered(key: str, ask: Callable[[], Answer]) -> Answer:
    known: tuple[Answer] | None = cache.get(key)
    if known is None:
        known = (ask(),)
        cache.set(key, known, REMEMBERED)
    return known[0]
