"""The mails: one event, a letter of many, and the links that people asked for. Composed when they are sent, so that all still holds."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from cms.following.followers import can_be_told
from cms.following.links import Matter, leave_link, page_link
from cms.following.matching import follows_concerned, targets_of
from cms.following.models import Follow, Follower, NewsItem, Pace
from cms.following.registry import News, news_kinds
from cms.following.stories import Thing, item_of, reason_for, story_for
from cms.outbox.mails import Letter, absolute, render_letter
from cms.text.plain import one_line, unlinked

MOST_IN_GROUP = 5
MOST_GROUPS = 12
SUBJECT_MAX = 120


def news_letter(payload: dict[str, Any]) -> Letter | None:
    """One thing that happened."""
    item, follower = item_of(payload["item"]), _reader(payload["follower"])
    if item is None or follower is None:
        return None
    own = follower.hears_own and follower.own_news.filter(item=item).exists()
    reason = reason_for(follows_concerned(item, follower, targets_of(item)), follower)
    story = story_for(item, follower, own=own) if own or reason else None
    if story is None:
        return None
    with override(follower.language):
        context = {"story": _shown(story), "why": _own_why(item, story) if own or reason is None else _why(reason[1])}
        matter = Matter(Matter.OWN, number=item.pk) if own or reason is None else _matter(reason[0])
        return _letter(follower, headline(_named(story)), "news", context, matter)


def digest_letter(payload: dict[str, Any]) -> Letter | None:
    """What happened in a day or a week, newest first, grouped by what it belongs to."""
    follower, pace = _reader(payload["follower"]), payload["pace"]
    if follower is None:
        return None
    items = [item for number in payload["items"] if (item := item_of(number)) is not None]
    follows = list(follower.follows.order_by("pk"))
    stories = [story for item in items if (story := _still_followed(item, follower, follows)) is not None]
    if not stories:
        return None
    with override(follower.language):
        groups = grouped(stories)
        context = {
            "groups": groups[:MOST_GROUPS],
            "more_groups": max(len(groups) - MOST_GROUPS, 0),
            "lede": _digest_lede(pace, len(stories), len(groups)),
            "why": _digest_why(pace),
        }
        return _letter(follower, _digest_subject(groups, len(stories)), "digest", context, Matter(Matter.PACE, pace))


def grouped(stories: Iterable[News]) -> list[dict[str, Any]]:
    """The stories under the title of what they belong to; groups and stories newest first, each group with a limit."""
    groups: dict[str, list[News]] = {}
    for story in sorted(stories, key=lambda story: story.happened_at, reverse=True):
        groups.setdefault(story.group_url or story.group, []).append(story)
    return [
        {
            "title": _words(some[0].group),
            "url": absolute(some[0].group_url) if some[0].group_url else "",
            "stories": [_shown(story) for story in some[:MOST_IN_GROUP]],
            "more": max(len(some) - MOST_IN_GROUP, 0),
        }
        for some in groups.values()
    ]


def _named(story: News) -> str:
    """The heading with the title of what it belongs to: in a list of mails nothing else says it."""
    return story.heading if story.group in story.heading else f"{story.heading}: {story.group}"


def headline(text: str) -> str:
    """A title fit for a subject: one line, no address that becomes a link, not too long."""
    line = unlinked(one_line(text))
    return line if len(line) <= SUBJECT_MAX else f"{line[: SUBJECT_MAX - 1].rstrip()}…"


def _letter(follower: Follower, subject: str, template: str, context: dict[str, Any], matter: Matter) -> Letter:
    leave = absolute(leave_link(follower, matter))
    known = {"page_url": absolute(page_link(follower)), "leave_url": leave, "leave_label": _leave_label(matter), **context}
    headers = {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return render_letter(follower.mail_address, subject, f"cms_following/mail/{template}", known, follower.language, headers)


def _reader(number: int) -> Follower | None:
    follower = Follower.objects.select_related("user").filter(pk=number).first()
    return follower if follower is not None and can_be_told(follower) else None


def _still_followed(item: NewsItem, follower: Follower, follows: list[Follow]) -> News | None:
    targets = targets_of(item)
    concerned = [follow for follow in follows if (follow.kind, follow.object_id) in targets]
    return story_for(item, follower) if reason_for(concerned, follower) else None


def _matter(follow: Follow) -> Matter:
    return Matter(Matter.FOLLOW, follow.kind, follow.object_id)


def _shown(story: News) -> dict[str, Any]:
    return {
        "heading": _words(story.heading),
        "text": unlinked(story.text.strip()),
        "url": absolute(story.url),
        "group": _words(story.group),
        "group_url": absolute(story.group_url) if story.group_url else "",
        "happened_at": story.happened_at,
    }


def _words(text: str) -> str:
    return unlinked(one_line(text))


def _own_why(item: NewsItem, story: News) -> str:
    """The line that says why one gets what is one's own."""
    kind = news_kinds.get(item.kind)
    sentence = str(kind.own_reason) if kind and kind.own_reason else _("You are getting this e-mail because it is yours: %(title)s.")
    return sentence % {"title": _words(story.group)}


def _why(thing: Thing) -> str:
    """The line that says why one gets what one follows."""
    facts = {"title": _words(thing.title), "kind": thing.label, "was": _words(thing.was)}
    if thing.was:
        return _("You are getting this e-mail because you follow %(was)s, which is now called %(title)s (%(kind)s).") % facts
    return _("You are getting this e-mail because you follow %(title)s (%(kind)s).") % facts


def _leave_label(matter: Matter) -> str:
    if matter.what == Matter.OWN:
        return _("No more e-mails about this")
    return _("Stop these e-mails") if matter.what == Matter.PACE else _("Stop following it")


def _digest_why(pace: str) -> str:
    if pace == Pace.WEEKLY:
        return _("You are getting this e-mail because you follow this and have chosen to hear from us once a week.")
    return _("You are getting this e-mail because you follow this and have chosen to hear from us once a day.")


def _digest_lede(pace: str, stories: int, groups: int) -> str:
    happened = ngettext("%(count)d thing has happened", "%(count)d things have happened", stories) % {"count": stories}
    since = _("since last week") if pace == Pace.WEEKLY else _("since yesterday")
    where = ngettext("in what you follow", "in %(count)d places that you follow", groups) % {"count": groups}
    return f"{happened} {where} {since}."


def _digest_subject(groups: list[dict[str, Any]], stories: int) -> str:
    first = headline(groups[0]["title"])
    if len(groups) == 1:
        return ngettext("%(title)s: %(count)d thing has happened", "%(title)s: %(count)d things have happened", stories) % {
            "title": first,
            "count": stories,
        }
    return ngettext("%(title)s, and news from %(count)d more", "%(title)s, and news from %(count)d more", len(groups) - 1) % {
        "title": first,
        "count": len(groups) - 1,
    }
