"""Polls, declared to the host."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from participation.api import Counts, Kind, ParticipationMethod, register


@register
class Poll(ParticipationMethod):
    """Polls below a dialogue, in which people choose between a few options."""

    name = "poll"
    label = _("Poll")
    summary = _("People choose between a few options. Their votes are secret, and everybody sees the result.")
    icon = "list-ul"
    kind = Kind.ACTIVITY
    page_type = "participation_poll.PollPage"
    rights = {"vote": pgettext_lazy("right", "vote")}
    imperatives = {"vote": pgettext_lazy("imperative", "vote")}

    def missing_for_publication(self, page: Any) -> Iterable[str | Promise]:
        from participation.methods.poll.requirements import missing_of

        return missing_of(page)

    def reason_to_keep(self, page: Any) -> str | Promise:
        from participation.methods.poll.queries import reason_to_keep

        return reason_to_keep(page)

    def counts(self, dialogues: Sequence[Any], given: Mapping[int, Counts]) -> Mapping[int, Counts]:
        from participation.methods.poll.queries import counts_of

        return counts_of(dialogues)

    def findables(self) -> Iterable[Any]:
        from participation.methods.poll.search import findables

        return findables()

    def followables(self) -> Iterable[Any]:
        from participation.methods.poll.news import followables

        return followables()

    def followed_within(self, dialogue: Any) -> Iterable[tuple[str, int]]:
        from participation.methods.poll.news import followed_within

        return followed_within(dialogue)

    def news_kinds(self) -> Iterable[Any]:
        from participation.methods.poll.news import news_kinds

        return news_kinds()

    def personal_data(self) -> Iterable[Any]:
        from participation.methods.poll.personal_data import personal_data

        return personal_data()

    def demo(self, demo: Any) -> None:
        from participation.methods.poll.demo import load

        load(demo)
