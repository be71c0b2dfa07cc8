"""Another person looks again at what was hidden: the one who wrote it asks, somebody else decides."""

from django.db import transaction
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import Participant, User
from cms.text.plain import plain
from participation.choices import ContributionState
from participation.contributions.actions import ContributionRefused, require
from participation.contributions.locks import lock
from participation.contributions.rules import is_author
from participation.models import Contribution, SecondLook
from participation.models.moderation import WORDS_MAX
from participation.moderation import rules
from participation.moderation.actions import decisions
from participation.moderation.actions.decisions import Verb


@transaction.atomic
def ask_for_second_look(contribution: Contribution, participant: Participant | None, words: str) -> SecondLook:
    """Take down that the one who wrote a hidden contribution asks for another person. Asking again gives the same request."""
    said = plain(words)
    if not said:
        raise ContributionRefused(_("Write why it should be shown."))
    _refuse_length(said)
    row = lock(contribution)
    hiding = rules.latest_hiding(row)
    asked = SecondLook.objects.filter(hiding=hiding).first() if hiding else None
    if asked is not None and is_author(row, participant):
        return asked
    require(rules.can_ask_again(row, participant))
    if hiding is None:
        raise ContributionRefused(_("It is not hidden."))
    return SecondLook.objects.create(contribution=row, hiding=hiding, hidden_by=hiding.decided_by, asked_at=clock.read(), words=said)


@transaction.atomic
def decide_second_look(contribution: Contribution, by: User, *, upheld: bool, answer: str) -> Contribution:
    """Let another person decide whether it stays hidden; the one who wrote it reads the answer on the receipt."""
    words = plain(answer)
    if not words:
        raise ContributionRefused(_("Write an answer: the one who asked reads it on the receipt."))
    _refuse_length(words)
    row, at = decisions.hold_to_moderate(contribution, by)
    if row.state != ContributionState.HIDDEN or not row.second_looks.filter(decided_at=None).exists():
        raise ContributionRefused(_("Nobody waits for %(code)s to be looked at again.") % {"code": row.shown_code})
    require(rules.can_look_again(by, row))
    decisions.close_looks(row, by, at, upheld=upheld, answer=words)
    if upheld:
        decisions.close_proposals(row, by, at, confirmed=True)
        decisions.write_decision(row, Verb.UPHELD, by, at, reason=row.hidden_reason)
    else:
        decisions.publish(row, by, at, Verb.SHOWN)
    return row


def _refuse_length(words: str) -> None:
    if len(words) > WORDS_MAX:
        raise ContributionRefused(
            _("Your text has %(length)s characters, and there is room for %(most)s.") % {"length": len(words), "most": WORDS_MAX}
        )
