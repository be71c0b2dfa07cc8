"""What moderators decide about a contribution's publication. Every decision is kept, with who and when."""

from django.db import transaction
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.text.plain import one_line
from participation.choices import ContributionState, HideReason
from participation.contributions.actions import ContributionRefused
from participation.models import Contribution
from participation.models.contribution import NOTE_MAX
from participation.moderation import rules
from participation.moderation.actions import decisions
from participation.moderation.actions.decisions import Verb
from participation.moderation.actions.proposals import propose_hiding


@transaction.atomic
def hide_contribution(contribution: Contribution, by: User, reason: str, note: str = "") -> Contribution:
    """Hide a contribution with a reason from the closed list; its text is kept, its receipt says why. Its reports are handled.

    Whoever has a stake in the dialogue only proposes it, and a second person decides.
    """
    if reason not in HideReason.values:
        raise ContributionRefused(_("Choose a reason from the list."))
    words = one_line(note)
    if len(words) > NOTE_MAX:
        raise ContributionRefused(_("The public note is too long: at most %(most)s characters.") % {"most": NOTE_MAX})
    row, at = decisions.hold_to_moderate(contribution, by)
    if (row.state, row.hidden_reason, row.public_note) == (ContributionState.HIDDEN, reason, words):
        return row
    decisions.refuse_withdrawn(row)
    conflict = rules.conflict_of(by, row)
    if conflict is not None:
        propose_hiding(row, by, at, conflict, reason, words)
        return row
    decisions.hide(row, by, at, reason, words)
    decisions.close_proposals(row, by, at, confirmed=True)
    return row


@transaction.atomic
def show_contribution(contribution: Contribution, by: User) -> Contribution:
    """Show a hidden contribution again."""
    return _publish(contribution, by, ContributionState.HIDDEN, Verb.SHOWN)


@transaction.atomic
def publish_contribution(contribution: Contribution, by: User) -> Contribution:
    """Publish a contribution that waited for review."""
    return _publish(contribution, by, ContributionState.PENDING, Verb.PUBLISHED)


@transaction.atomic
def handle_reports(contribution: Contribution, by: User) -> int:
    """Mark the open reports of a contribution as handled: it was looked at and stays. Returns how many there were."""
    row, at = decisions.hold_to_moderate(contribution, by)
    handled = decisions.close_reports(row, at)
    if handled:
        decisions.write_decision(row, Verb.KEPT, by, at)
    return handled


def _publish(contribution: Contribution, by: User, waits: str, verb: str) -> Contribution:
    row, at = decisions.hold_to_moderate(contribution, by)
    if row.state == ContributionState.PUBLISHED:
        return row
    decisions.refuse_withdrawn(row)
    if row.state != waits:
        raise ContributionRefused(_other_way(row))
    decisions.publish(row, by, at, verb)
    return row


def _other_way(row: Contribution) -> str:
    if row.state == ContributionState.PENDING:
        return _("%(code)s waits for review: publish it.") % {"code": row.shown_code}
    return _("%(code)s is hidden: show it again.") % {"code": row.shown_code}
