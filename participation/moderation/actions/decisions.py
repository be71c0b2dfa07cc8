"""What every decision of moderation has in common: hold the contribution, write what was decided, tell others after the commit."""

from datetime import datetime

from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import User
from participation.choices import ContributionState
from participation.contributions import rules
from participation.contributions.actions import ContributionRefused
from participation.contributions.locks import count_replies, lock_in_thread
from participation.events.tell import tell_hidden, tell_reply
from participation.models import Contribution, HideProposal, ModerationDecision, Report, SecondLook
from participation.signals import announce, contribution_changed

Verb = ModerationDecision.Verb


def hold_to_moderate(contribution: Contribution, by: User) -> tuple[Contribution, datetime]:
    """The contribution, held with its thread, for somebody who may moderate it; and the time."""
    row = lock_in_thread(contribution)
    if not rules.can_moderate(by, row.dialogue):
        raise ContributionRefused(_("You may not moderate what is said in this dialogue."))
    return row, clock.read()


def refuse_withdrawn(row: Contribution) -> None:
    """Refuse a withdrawn contribution: what its writer took back is nobody's to publish or hide."""
    if row.state == ContributionState.WITHDRAWN:
        raise ContributionRefused(_("%(code)s was withdrawn by the one who wrote it.") % {"code": row.shown_code})


def write_decision(row: Contribution, verb: str, by: User, at: datetime, *, reason: str = "", note: str = "") -> ModerationDecision:
    """Who decided what, when and why; the row of the record, and the signal for strangers."""
    decision = ModerationDecision.objects.create(contribution=row, verb=verb, reason=reason, note=note, decided_by=by, decided_at=at)
    announce(contribution_changed, row, change=str(verb))
    return decision


def hide(row: Contribution, by: User, at: datetime, reason: str, note: str) -> None:
    """Hide a held contribution; its reports are looked at with that."""
    row.hidden_reason, row.public_note = reason, note
    _to_state(row, ContributionState.HIDDEN)
    write_decision(row, Verb.HIDDEN, by, at, reason=reason, note=note)
    tell_hidden(row)
    close_reports(row, at)


def publish(row: Contribution, by: User, at: datetime, verb: str) -> None:
    """Publish a held contribution. Requests to look again have got what they asked for; nobody's proposal to hide it stands."""
    row.hidden_reason = row.public_note = ""
    _to_state(row, ContributionState.PUBLISHED)
    write_decision(row, verb, by, at)
    tell_reply(row)
    close_looks(row, by, at, upheld=False)
    close_proposals(row, by, at, confirmed=False)


def close_reports(row: Contribution, at: datetime) -> int:
    """Mark the open reports as looked at; how many there were."""
    return Report.objects.filter(contribution=row, handled_at=None).update(handled_at=at)


def close_looks(row: Contribution, by: User, at: datetime, *, upheld: bool, answer: str = "") -> None:
    """Decide the open request to look again. Who hid it and now shows it again has not looked as another person."""
    for look in SecondLook.objects.filter(contribution=row, decided_at=None):
        look.decided_by = None if look.hidden_by_id == by.pk else by
        look.decided_at, look.upheld, look.answer = at, upheld, answer
        look.save(update_fields=["decided_by", "decided_at", "upheld", "answer"])


def close_proposals(row: Contribution, by: User, at: datetime, *, confirmed: bool) -> None:
    """Decide the open proposal to hide. Who proposed it and changed their mind is no second person."""
    for proposal in HideProposal.objects.filter(contribution=row, decided_at=None):
        proposal.decided_by = None if proposal.proposed_by_id == by.pk else by
        proposal.decided_at, proposal.confirmed = at, confirmed
        proposal.save(update_fields=["decided_by", "decided_at", "confirmed"])


def _to_state(row: Contribution, state: str) -> None:
    row.state = state
    row.save(update_fields=["state", "hidden_reason", "public_note"])
    count_replies(row)
