"""What moderators decide about a contribution's publication. Every decision is kept, with who and when."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import User
from cms.text import one_line
from participation import rules
from participation.actions import ContributionRefused
from participation.choices import ContributionState, HideReason
from participation.locks import count_replies, lock_in_thread
from participation.models import Contribution, ModerationDecision, Report
from participation.signals import announce, contribution_changed

NOTE_MAX = 300
Verb = ModerationDecision.Verb


@transaction.atomic
def hide_contribution(contribution: Contribution, by: User, reason: str, note: str = "") -> Contribution:
    """Hide a contribution with a reason from the closed list; its text is kept, its receipt says why. Its reports are handled."""
    if reason not in HideReason.values:
        raise ContributionRefused(_("Choose a reason from the list."))
    words = one_line(note)
    if len(words) > NOTE_MAX:
        raise ContributionRefused(_("The public note is too long: at most %(most)s characters.") % {"most": NOTE_MAX})
    row, at = _locked(contribution, by)
    if (row.state, row.hidden_reason, row.public_note) == (ContributionState.HIDDEN, reason, words):
        return row
    _refuse_withdrawn(row)
    row.hidden_reason, row.public_note = reason, words
    _decide(row, ContributionState.HIDDEN, Verb.HIDDEN, by, at)
    _close_reports(row, at)
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
    row, at = _locked(contribution, by)
    handled = _close_reports(row, at)
    if handled:
        ModerationDecision.objects.create(contribution=row, verb=Verb.KEPT, decided_by=by, decided_at=at)
    return handled


def _publish(contribution: Contribution, by: User, waits: str, verb: str) -> Contribution:
    row, at = _locked(contribution, by)
    if row.state == ContributionState.PUBLISHED:
        return row
    _refuse_withdrawn(row)
    if row.state != waits:
        raise ContributionRefused(_other_way(row))
    row.hidden_reason = row.public_note = ""
    _decide(row, ContributionState.PUBLISHED, verb, by, at)
    return row


def _locked(contribution: Contribution, by: User) -> tuple[Contribution, datetime]:
    """The contribution, held with its thread, for somebody who may moderate it."""
    row = lock_in_thread(contribution)
    if not rules.can_moderate(by, row.dialogue):
        raise ContributionRefused(_("You may not moderate what is said in this dialogue."))
    return row, clock.read()


def _refuse_withdrawn(row: Contribution) -> None:
    if row.state == ContributionState.WITHDRAWN:
        raise ContributionRefused(_("%(code)s was withdrawn by the one who wrote it.") % {"code": row.shown_code})


def _other_way(row: Contribution) -> str:
    if row.state == ContributionState.PENDING:
        return _("%(code)s waits for review: publish it.") % {"code": row.shown_code}
    return _("%(code)s is hidden: show it again.") % {"code": row.shown_code}


def _decide(row: Contribution, state: str, verb: str, by: User, at: datetime) -> None:
    row.state = state
    row.save(update_fields=["state", "hidden_reason", "public_note"])
    ModerationDecision.objects.create(
        contribution=row, verb=verb, reason=row.hidden_reason, note=row.public_note, decided_by=by, decided_at=at
    )
    count_replies(row)
    announce(contribution_changed, row, change=str(verb))


def _close_reports(row: Contribution, at: datetime) -> int:
    return Report.objects.filter(contribution=row, handled_at=None).update(handled_at=at)
