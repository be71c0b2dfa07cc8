"""News of polls: one has opened, was taken back, and there is a result.

Nobody is told as somebody who voted, since votes are secret; of the result hear also those who wrote in the dialogue and asked to be told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from wagtail.models import PageLogEntry

from cms import clock
from cms.following.actions import tell
from cms.following.models import NewsItem
from cms.following.registry import Followable, News, NewsKind, Reader
from cms.pages.translated_words import TranslatedRows, page_url, translated_text
from cms.templatetags.dates import written
from cms.visibility import is_visible, visible_to
from participation.api import (
    DIALOGUE,
    FRESH,
    OWN_REASON,
    DialoguePage,
    askers_in,
    leave_own,
    phases_of,
    shown_to,
    standing_of,
    subject_of,
    targets_of,
    visible_dialogues,
)
from participation.methods.poll.display import percent, voted_sentence
from participation.methods.poll.models import PollPage
from participation.methods.poll.queries import result_of
from participation.methods.poll.rules import shows_result

POLL = "participation_poll.poll"
OPENED, WITHDRAWN, RESULT = "participation_poll.opened", "participation_poll.withdrawn", "participation_poll.result"


def followables() -> list[Followable]:
    """A poll can be followed by itself; it is narrower than its dialogue, which carries on one that was taken back."""
    return [Followable(POLL, gettext_lazy("Poll"), _find, _title, _url, _may_see, breadth=15, succession=_taken_back)]


def news_kinds() -> list[NewsKind]:
    """What is told of polls."""
    return [
        NewsKind(OPENED, gettext_lazy("A poll opens"), opened, order=25),
        NewsKind(WITHDRAWN, gettext_lazy("A poll is taken back"), withdrawn, order=27),
        NewsKind(RESULT, gettext_lazy("A poll has a result"), result_published, order=95, leave=leave_own, own_reason=OWN_REASON),
    ]


def followed_within(dialogue: DialoguePage) -> list[tuple[str, int]]:
    """The polls of a dialogue."""
    return [(POLL, number) for number in PollPage.objects.child_of(dialogue).values_list("pk", flat=True)]


def _taken_back() -> list[tuple[int, tuple[str, int]]]:
    """Polls that were public and are not, each with its dialogue."""
    above = {pk: path[: -PollPage.steplen] for pk, path in _withdrawn_polls().values_list("pk", "path")}
    dialogues = dict(DialoguePage.objects.filter(path__in=above.values()).values_list("path", "pk")) if above else {}
    return [(poll, (DIALOGUE, dialogues[path])) for poll, path in above.items() if path in dialogues]


def _withdrawn_polls() -> QuerySet[PollPage]:
    """Canonical polls that were public and are not."""
    gone: QuerySet[PollPage] = PollPage.objects.filter(live=False, alias_of=None, locale__language_code=settings.LANGUAGE_CODE)
    return gone.exclude(first_published_at=None)


def _find(number: int) -> PollPage | None:
    page: Any = PollPage.objects.filter(pk=number).select_related("locale").first()
    return page if page is not None and page.is_canonical else None


def _title(poll: PollPage, language: str) -> str:
    with override(language):
        return str(translated_text(shown_to(poll, None), poll, "title"))


def _url(poll: PollPage) -> str:
    return page_url(shown_to(poll, None), None)


def _may_see(poll: PollPage, person: Any) -> bool:
    return is_visible(poll, person) and is_visible(poll.dialogue, person)


# What there is to tell: asked by the worker, each thing once.


@dataclass(frozen=True)
class Event:
    """Something to tell of a poll; `announced` when the dialogue's own news says it too."""

    kind: str
    key: str
    at: datetime
    announced: bool = False
    data: dict[str, Any] = field(default_factory=dict)


def look_for_news() -> int:
    """Tell what public polls have to tell and have not told; returns how much that was."""
    at = clock.now()
    polls = visible_to(PollPage.objects.filter(alias_of=None).select_related("locale"), AnonymousUser())
    events = [(poll, event) for poll in polls if poll.is_canonical for event in events_of(poll, at)]
    events += _withdrawals(at)
    known = set(NewsItem.objects.filter(key__in=[event.key for _poll, event in events]).values_list("key", flat=True))
    return sum(_tell(poll, event) for poll, event in events if event.key not in known)


def events_of(poll: PollPage, at: datetime) -> Iterator[Event]:
    """Everything that is true of a canonical poll now and is news still."""
    dialogue = visible_dialogues(AnonymousUser()).filter(pk=poll.dialogue.pk).first()
    standing = standing_of(poll, at)
    if dialogue is None or dialogue.cancelled_on is not None or standing.state is None:
        return
    again, phases = _told(poll, WITHDRAWN).count(), phases_of(poll, dialogue)
    published = (poll.last_published_at if again else poll.first_published_at) or at
    for phase in phases:
        if phase.is_open(at) and max(phase.opens_at, published) >= at - FRESH:
            key = f"poll-opened:{poll.pk}:{phase.translation_key}" + (f":{again}" if again else "")
            yield Event(OPENED, key, max(phase.opens_at, published), announced=bool(again) or published < phase.opens_at)
    closed = max(phase.closes_at for phase in phases)
    if standing.is_over and closed >= at - FRESH and poll.has_votes:
        yield Event(RESULT, f"poll-result:{poll.pk}:{closed.date().isoformat()}", closed)


def _withdrawals(at: datetime) -> Iterator[tuple[PollPage, Event]]:
    """Polls that were taken off the site by themselves, before there was a result to tell."""
    polls = {poll.pk: poll for poll in _withdrawn_polls().select_related("locale")}
    entries = PageLogEntry.objects.filter(page__in=polls, action__startswith="wagtail.unpublish", timestamp__gte=at - FRESH)
    for entry in {entry.page_id: entry for entry in entries.order_by("timestamp")}.values():
        poll = polls[entry.page_id]
        waits = visible_dialogues(AnonymousUser()).filter(pk=poll.dialogue.pk, cancelled_on=None).exists()
        if waits and not _told(poll, RESULT).exists():
            yield poll, Event(WITHDRAWN, f"poll-withdrawn:{poll.pk}:{entry.pk}", entry.timestamp, announced=True)


def _told(poll: PollPage, kind: str) -> Any:
    return NewsItem.objects.filter(kind=kind, targets__kind=POLL, targets__object_id=poll.pk)


def _tell(poll: PollPage, event: Event) -> bool:
    """Whoever follows the dialogue hears of a phase that begins; that a poll opens with it is for those who follow the poll."""
    targets = [(POLL, poll.pk), *([] if event.announced else targets_of(poll.dialogue))]
    owners = askers_in(poll.dialogue.pk) if event.kind == RESULT else ()
    data = {"dialogue": poll.dialogue.pk, "poll": poll.pk}
    return tell(event.kind, key=event.key, targets=targets, owners=owners, data=data, at=event.at) is not None


# What is said of it.


def opened(item: NewsItem, reader: Reader) -> News | None:
    """A poll has opened, and is open still."""
    poll = _poll_of(item, reader)
    standing = standing_of(poll, clock.now()) if poll is not None else None
    if poll is None or standing is None or not standing.is_open:
        return None
    return _news(item, reader, poll, _("Now you can vote"), standing.deadline.sentence(written))


def withdrawn(item: NewsItem, reader: Reader) -> News | None:
    """A poll is not published now; its words are not told any more."""
    poll, subject = _find(item.data.get("poll", 0)), subject_of(item, reader)
    if subject is None or subject.row.facts.cancelled or (poll is not None and poll.live):
        return None
    taken = _("A poll that you follow is not published any more. You are told what becomes of its dialogue instead.")
    return subject.news(item, _("A poll has been taken back"), taken)


def result_published(item: NewsItem, reader: Reader) -> News | None:
    """A poll has closed, and everybody may see its result."""
    poll = _poll_of(item, reader)
    if poll is None or not standing_of(poll, clock.now()).is_over or not shows_result(poll, clock.now()):
        return None
    result, texts = result_of(poll), TranslatedRows(shown_to(poll, reader.person), poll, "options")
    lines = [f"{texts.of(row.option, 'text')}: {row.votes} ({percent(row.share)})" for row in result.options]
    return _news(item, reader, poll, _("A poll has a result"), voted_sentence(result.people), "\n".join(lines))


def _poll_of(item: NewsItem, reader: Reader) -> PollPage | None:
    poll = _find(item.data.get("poll", 0))
    return poll if poll is not None and _may_see(poll, reader.person) else None


def _news(item: NewsItem, reader: Reader, poll: PollPage, heading: str, *paragraphs: str) -> News | None:
    subject = subject_of(item, reader)
    if subject is None:
        return None
    shown = shown_to(poll, reader.person)
    return subject.news(item, heading, str(translated_text(shown, poll, "question")), *paragraphs, url=page_url(shown, None))


LOOKS_EVERY = timedelta(minutes=5)
