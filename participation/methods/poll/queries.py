"""Results of polls, and how many people have voted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Value
from django.db.models.functions import Left, Length
from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy
from wagtail.models import Page

from participation.api import Counts, votes_by_option
from participation.methods.poll.models import PollOption, PollPage, Vote


@dataclass(frozen=True)
class OptionResult:
    """How many people chose an option."""

    option: PollOption
    votes: int
    people: int

    @property
    def share(self) -> int:
        """In whole per cent of those who voted."""
        return round(100 * self.votes / self.people) if self.people else 0


@dataclass(frozen=True)
class Result:
    """A poll as it was counted, in the order of its options. It holds totals only, and is what an export of results writes."""

    options: Sequence[OptionResult]
    people: int


def result_of(poll: PollPage) -> Result:
    """Count the votes in a canonical poll."""
    counted = votes_by_option(Vote, poll.pk)
    people = sum(counted.values())
    rows = [OptionResult(option, counted[option.translation_key], people) for option in poll.options.all()]
    return Result(rows, people)


def counts_of(dialogues: Sequence[Any]) -> Mapping[int, Counts]:
    """The votes in the live polls of each canonical dialogue, by number, and the people who gave them; one query."""
    numbers = {page.path: page.pk for page in dialogues}
    above = Left("activity__path", Length("activity__path") - Value(Page.steplen))
    rows = Vote.objects.filter(activity__live=True).annotate(above=above).filter(above__in=numbers).order_by().values("above")
    counted = rows.annotate(
        votes=Count("pk"), known=Count("participant", distinct=True), unknown=Count("pk", filter=Q(participant=None))
    ).values_list("above", "votes", "known", "unknown")
    return {numbers[path]: Counts(votes=votes, people=known + unknown) for path, votes, known, unknown in counted}


def reason_to_keep(page: Page) -> str | Promise:
    """Why a page is not deleted: people have voted in it, or below it."""
    votes = Vote.objects.filter(activity__path__startswith=page.path).count()
    sentence = ngettext_lazy(
        "“%(page)s” holds %(number)d vote that somebody has given. Unpublish it instead.",
        "“%(page)s” holds %(number)d votes that people have given. Unpublish it instead.",
        "number",
    )
    return sentence % {"page": page.title, "number": votes} if votes else ""
