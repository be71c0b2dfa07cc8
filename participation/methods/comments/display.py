"""Comments as the component `comment` shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from participation.api import Contribution, ContributionState
from participation.methods.comments.threads import Thread

# What most comments have nothing of: an empty place is read ten times as fast as a missing one.
UNSAID: dict[str, Any] = {
    "hidden": "",
    "official": "",
    "edited": None,
    "to": "",
    "theme": None,
    "links": (),
    "replies": (),
    "more": None,
    "support": None,
    "is_long": False,
}

LONG = 900  # letters, or line breaks: always more than what is shown of a folded text
LONG_LINES = 14


@dataclass(frozen=True)
class CommentDisplay:
    """The variables of comments. What may be done with them is the same for every reader: the page is cached."""

    may_reply: bool
    may_support: bool

    def thread(self, thread: Thread) -> dict[str, Any]:
        """A thread with its first replies, and a link to the rest."""
        rendered = self.comment(thread.root)
        rendered["replies"] = self.replies(thread.replies)
        if thread.is_folded:
            rendered["more"] = {"label": _whole_thread(thread.root.reply_count), "url": _url("thread", thread.root)}
        return rendered

    def replies(self, replies: Iterable[Contribution]) -> list[dict[str, Any]]:
        """Replies, each naming whom it answers where that is not the first comment of the thread."""
        rows = list(replies)
        here = {row.pk for row in rows}
        return [self.comment(row) | _answered(row, here) for row in rows]

    def comment(self, comment: Contribution) -> dict[str, Any]:
        """One comment; a hidden or withdrawn one is a line that says so."""
        anchor = f"c{comment.pk}"
        if comment.state != ContributionState.PUBLISHED:
            return UNSAID | {"id": anchor, "hidden": stub_of(comment)}
        return UNSAID | {
            "id": anchor,
            "name": comment.shown_name or _("Somebody"),
            "when": comment.received_at,
            "edited": comment.edited_at,
            "official": _official(comment),
            "text": comment.text,
            "lang": "" if comment.language == get_language() else comment.language,
            "is_long": _is_long(comment.text),
            "links": self._links(comment, f"#slot-{anchor}"),
            "support": {
                "number": comment.supports,
                "url": reverse("participation:support", args=[comment.pk]) if self.may_support else "",
            },
            "slot": True,
        }

    def _links(self, comment: Contribution, slot: str) -> list[dict[str, Any]]:
        name = {"name": comment.shown_name or _("somebody")}
        links: list[dict[str, Any]] = []
        link: dict[str, Any]
        if self.may_reply:
            link = {"label": pgettext("comment", "Reply"), "icon": "reply", "hx": slot, "aloud": _("to %(name)s") % name}
            links.append(link | {"url": _url("reply", comment)})
        link = {"label": _("Link"), "aloud": _("to the comment by %(name)s") % name, "quiet": True}
        links.append(link | {"url": _url("permalink", comment)})
        link = {"label": pgettext("comment", "Report"), "hx": slot, "aloud": _("the comment by %(name)s") % name, "quiet": True}
        return [*links, link | {"url": reverse("participation:report", args=[comment.pk])}]


def stub_of(comment: Contribution) -> str:
    """The line in the place of a comment that is not shown."""
    if comment.state == ContributionState.WITHDRAWN:
        return _("This comment was withdrawn by the one who wrote it.")
    reason = " ".join(filter(None, [comment.get_hidden_reason_display(), comment.public_note]))
    return _("This comment is hidden. %(reason)s") % {"reason": reason}


def _official(comment: Contribution) -> str:
    if not comment.is_official:
        return ""
    if comment.official_administration is None:
        return _("Answer from the municipality")
    return _("Answer from %(administration)s") % {"administration": comment.official_administration}


def _answered(reply: Contribution, here: set[int]) -> dict[str, str]:
    answered = reply.reply_to
    if answered is None or answered.pk == reply.thread_root_id or answered.state != ContributionState.PUBLISHED:
        return {}
    url = f"#c{answered.pk}" if answered.pk in here else _url("permalink", answered)
    return {"to": answered.shown_name or _("somebody"), "to_url": url}


def _is_long(text: str) -> bool:
    """Whether it is folded: more than a screen of a telephone, or many short lines."""
    return len(text) > LONG or text.count("\n") > LONG_LINES


def _whole_thread(replies: int) -> str:
    return ngettext("Show the whole conversation (%(number)d reply)", "Show the whole conversation (%(number)d replies)", replies) % {
        "number": replies
    }


def _url(name: str, comment: Contribution) -> str:
    return reverse(f"participation_comments:{name}", args=[comment.pk])
