"""Questions about polls, without side effects: who may vote, for what, and when the result is shown."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cms.accounts.models import Participant
from participation.api import Permission, may_do, standing_of
from participation.methods.poll.choices import ResultShown, Voters
from participation.methods.poll.models import PollPage

RIGHT = "poll.vote"


def can_vote(poll: PollPage, at: datetime, *, has_account: bool) -> Permission:
    """Whether somebody may vote in a canonical poll now, or change their vote."""
    permission = may_do(poll.dialogue, RIGHT, at, poll)
    if permission and poll.voters == Voters.ACCOUNTS and not has_account:
        return Permission(False, _("Log in to vote: in this poll there is one vote for each account."))
    return permission


def can_choose(poll: PollPage, participant: Participant, option_key: UUID, at: datetime) -> Permission:
    """Whether somebody may vote for this option now."""
    permission = can_vote(poll, at, has_account=participant.user_id is not None)
    if permission and option_key not in keys_of(poll):
        return Permission(False, _("The option that you chose is not in this poll. Choose again."))
    return permission


def shows_result(poll: PollPage, at: datetime) -> bool:
    """Whether the result of a canonical poll is public: at once, or when nobody can vote any more."""
    return poll.result_shown == ResultShown.AT_ONCE or standing_of(poll, at).is_over


def keys_of(poll: PollPage) -> set[UUID]:
    """The options of a poll by the keys that votes name them by."""
    return {option.translation_key for option in poll.options.all()}
