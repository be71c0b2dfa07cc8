"""A person votes, or votes anew: lock, ask the rule at the time of receipt, write one row."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cms import clock
from cms.accounts.models import Participant
from participation.contributions.actions import require
from participation.contributions.locks import hold, hold_activity
from participation.contributions.rules import Permission
from participation.votes.models import SecretVote

Vote = TypeVar("Vote", bound=SecretVote)
Rule = Callable[[Any, Participant, UUID, datetime], Permission]


@transaction.atomic
def cast_vote(model: type[Vote], *, activity: Any, option_key: UUID, participant: Participant, rule: Rule) -> Vote:
    """Receive a vote, or let it replace the one that the person has given before. Raises ContributionRefused with the rule's reason.

    `rule(activity, participant, option_key, at)` is asked of the activity's canonical page as it is then, at the time of receipt, which
    is read after the locks. Nothing is logged and nobody is told: a vote is secret.
    """
    hold(activity.dialogue)
    page = hold_activity(activity)
    at = clock.read()
    require(rule(page, participant, option_key, at))
    given = {"option_key": option_key, "given_on": timezone.localtime(at).date()}
    return model._default_manager.update_or_create(activity_id=page.pk, participant=participant, defaults=given)[0]
