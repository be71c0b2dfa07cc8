"""Votes as they are counted, and a person's own."""

from collections import Counter
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Count

from cms.accounts.models import Participant
from participation.votes.models import SecretVote


def votes_by_option(model: type[SecretVote], activity: int) -> Counter[UUID]:
    """How many people chose each option of an activity."""
    rows = model._default_manager.filter(activity=activity).order_by().values_list("option_key").annotate(Count("pk"))
    return Counter(dict(rows))


def numbers_of_votes(model: type[SecretVote], activities: Collection[int]) -> dict[int, int]:
    """How many people have voted in each activity; those without votes are left out."""
    rows = model._default_manager.filter(activity__in=activities).order_by()
    return dict(rows.values_list("activity").annotate(Count("pk")))


def has_votes(model: type[SecretVote], activity: int) -> bool:
    """Whether anybody has voted."""
    return model._default_manager.filter(activity=activity).exists()


def own_choice(model: type[SecretVote], activity: int, participant: Participant | None) -> UUID | None:
    """The option that a person has chosen; None for somebody who has not voted."""
    if participant is None:
        return None
    chosen: Any = model._default_manager.filter(activity=activity, participant=participant).values_list("option_key", flat=True).first()
    return chosen
