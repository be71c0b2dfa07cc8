"""A person's votes, for the person alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.accounts.personal_data import PersonalData
from participation.api import votes_data
from participation.methods.poll.models import PollOption, PollPage, Vote


def personal_data() -> list[PersonalData]:
    """What the polls hold about a person."""
    return [votes_data("poll_votes", _("How you voted"), Vote, words_of)]


def words_of(votes: Iterable[Vote]) -> Mapping[Any, tuple[str, str]]:
    """The poll and the option of each vote, in the words of the canonical pages."""
    rows = list(votes)
    titles = dict(PollPage.objects.filter(pk__in={row.activity_id for row in rows}).values_list("pk", "title"))
    options = PollOption.objects.filter(page__in=titles, translation_key__in={row.option_key for row in rows})
    texts = {(page, key): text for page, key, text in options.values_list("page", "translation_key", "text")}
    return {row.pk: (titles.get(row.activity_id, ""), texts.get((row.activity_id, row.option_key), "")) for row in rows}
