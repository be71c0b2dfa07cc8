"""Polls as the search reads and shows them: the question and the options, never who voted for what."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from cms.pages.translated_words import TranslatedRows, translated_text
from cms.search.registry import Findable
from participation.api import activity_findable
from participation.methods.poll.models import PollPage

POLL = "participation_poll.poll"


def findables() -> list[Findable]:
    """A poll is found by its own words."""
    return [activity_findable(POLL, _("Poll"), PollPage, texts_of, order=40)]


def texts_of(page: PollPage) -> Sequence[str]:
    """What its page shows."""
    poll = page.canonical
    texts = TranslatedRows(page, poll, "options")
    own = [translated_text(page, poll, field).text for field in ("question", "introduction")]
    return [*own, *(texts.of(option, "text").text for option in poll.options.all())]
