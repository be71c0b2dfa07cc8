"""What people do with a poll: vote, and vote anew."""

from uuid import UUID

from cms.accounts.models import Participant
from participation.api import cast_vote
from participation.methods.poll.models import PollPage, Vote
from participation.methods.poll.rules import can_choose


def vote(poll: PollPage, participant: Participant, option_key: UUID) -> Vote:
    """Choose an option of a canonical poll; an earlier choice is replaced. Raises ContributionRefused when it cannot be done now."""
    return cast_vote(Vote, activity=poll, option_key=option_key, participant=participant, rule=can_choose)
