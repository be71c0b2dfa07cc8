"""Whoever has a stake in a dialogue proposes to hide; a second person decides."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cms.accounts.models import User
from participation.choices import HIDDEN_AT_ONCE, ConflictKind, ContributionState
from participation.contributions.actions import ContributionRefused, require
from participation.models import Contribution, HideProposal
from participation.moderation import rules
from participation.moderation.actions import decisions
from participation.moderation.actions.decisions import Verb


def propose_hiding(row: Contribution, by: User, at: datetime, conflict: ConflictKind, reason: str, note: str) -> None:
    """Write the proposal for a held contribution. What the law says must go at once is hidden at once, and confirmed afterwards."""
    known = row.hide_proposals.filter(decided_at=None).first()
    if known is not None:
        _refuse_another(row, known, by, reason, note)
        return
    at_once = reason in HIDDEN_AT_ONCE
    HideProposal.objects.create(
        contribution=row, reason=reason, note=note, conflict=conflict, at_once=at_once, proposed_by=by, proposed_at=at
    )
    decisions.write_decision(row, Verb.PROPOSED, by, at, reason=reason, note=note)
    if at_once:
        decisions.hide(row, by, at, reason, note)


@transaction.atomic
def confirm_hiding(contribution: Contribution, by: User) -> Contribution:
    """Let a second person agree that a contribution is hidden."""
    row, at = decisions.hold_to_moderate(contribution, by)
    proposal = _open_proposal(row)
    decisions.refuse_withdrawn(row)
    require(rules.can_confirm(by, proposal))
    decisions.close_proposals(row, by, at, confirmed=True)
    if row.state == ContributionState.HIDDEN:
        decisions.write_decision(row, Verb.CONFIRMED, by, at, reason=proposal.reason, note=proposal.note)
    else:
        decisions.hide(row, by, at, proposal.reason, proposal.note)
    return row


@transaction.atomic
def reject_hiding(contribution: Contribution, by: User) -> Contribution:
    """Let a second person decide against: it stays as it is, and what was hidden at once is shown again. Its reports are looked at."""
    row, at = decisions.hold_to_moderate(contribution, by)
    proposal = _open_proposal(row)
    decisions.refuse_withdrawn(row)
    require(rules.can_confirm(by, proposal))
    decisions.close_proposals(row, by, at, confirmed=False)
    decisions.write_decision(row, Verb.REJECTED, by, at, reason=proposal.reason)
    decisions.close_reports(row, at)
    if proposal.at_once and row.state == ContributionState.HIDDEN:
        decisions.publish(row, by, at, Verb.SHOWN)
    return row


def _open_proposal(row: Contribution) -> HideProposal:
    proposal = row.hide_proposals.filter(decided_at=None).first()
    if proposal is None:
        raise ContributionRefused(_("Nobody proposes to hide %(code)s.") % {"code": row.shown_code})
    proposal.contribution = row
    return proposal


def _refuse_another(row: Contribution, known: HideProposal, by: User, reason: str, note: str) -> None:
    """Refuse a second proposal; one person's form, sent twice, is none."""
    if (known.proposed_by_id, known.reason, known.note) != (by.pk, reason, note):
        raise ContributionRefused(_("%(code)s is already proposed to be hidden; a second person decides.") % {"code": row.shown_code})
