"""Something that a public dialogue has to tell, and whether it is news still."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from cms.following.models import NewsItem
from cms.visibility import visible_among
from participation.dialogues.queries import DialogueRow
from participation.events import names
from participation.models import DialoguePage
from participation.models.contribution import ContributionQuerySet

FRESH = timedelta(days=14)


@dataclass(frozen=True)
class Event:
    """Something to tell of a dialogue: to its followers, and to all who asked behind the contributions that it `concerns`.

    `within`: also to those who follow something inside the dialogue, such as a conversation.
    """

    kind: str
    key: str
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)
    concerns: ContributionQuerySet | None = field(default=None, compare=False)
    within: bool = False


def is_fresh(row: DialogueRow, moment: datetime | None) -> bool:
    """Whether it happened just now, as far as people are concerned; what bears no date is taken to be new."""
    return moment is None or moment >= row.at - FRESH


def day_is_fresh(row: DialogueRow, day: date | None) -> bool:
    """Whether a day that was written down lies in the time in which things are news."""
    today = timezone.localtime(row.at).date()
    return day is None or today - FRESH <= day <= today


def is_public(page: Any) -> bool:
    """Whether anybody may see a page."""
    return bool(visible_among([page], None))


def last_told(page: DialoguePage, *kinds: str) -> NewsItem | None:
    """The latest news of these kinds that was told of a dialogue."""
    return _told(page, *kinds).order_by("pk").last()


def times_told(page: DialoguePage, kind: str) -> int:
    """How often a kind of news was told of a dialogue."""
    return _told(page, kind).count()


def _told(page: DialoguePage, *kinds: str) -> Any:
    return NewsItem.objects.filter(kind__in=kinds, targets__kind=names.DIALOGUE, targets__object_id=page.pk)
