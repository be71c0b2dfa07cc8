"""Questions of fair moderation: who has a stake, who may look again, who may confirm."""

from django.utils.translation import gettext_lazy as _

from cms.accounts.models import Participant, User
from cms.text.addresses import canonical_address
from participation.choices import ConflictKind, ContributionState
from participation.contributions.rules import Permission, is_author
from participation.models import Contribution, DialoguePage, HideProposal, ModerationDecision, SecondLook

Verb = ModerationDecision.Verb
HIDING = (Verb.HIDDEN, Verb.PROPOSED, Verb.CONFIRMED)


def conflict_of(person: User, contribution: Contribution) -> ConflictKind | None:
    """Why a person does not hide this contribution alone; None where nothing speaks against it.

    Whoever answers for a dialogue, is its contact, wrote its page, or gave the official answer that is replied to,
    is who the contribution may criticise.
    """
    page = contribution.dialogue
    if person.pk == page.feedback_responsible_id:
        return ConflictKind.RESPONSIBLE
    if _is_contact(person, page):
        return ConflictKind.CONTACT
    if person.pk in (page.owner_id, _last_editor(page)):
        return ConflictKind.WRITER
    return ConflictKind.ANSWERED if _answered_by(person, contribution) else None


def can_ask_again(contribution: Contribution, participant: Participant | None) -> Permission:
    """The one who wrote it may ask for another person to look again, once for each time it was hidden."""
    if not is_author(contribution, participant):
        return Permission(False, _("Only the one who wrote it can ask for that, from the same browser or account."))
    if contribution.state != ContributionState.HIDDEN:
        return Permission(False, _("It is not hidden."))
    hiding = latest_hiding(contribution)
    if hiding is None or SecondLook.objects.filter(hiding=hiding).exists():
        return Permission(False, _("You have asked for this already."))
    return Permission(True)


def can_look_again(person: User, contribution: Contribution) -> Permission:
    """Whether a person may look again: nobody who hid it, and nobody with a stake in the dialogue; no exception for anybody."""
    if person.pk in _who_hid(contribution):
        return Permission(False, _("You took part in hiding it, so another person looks again."))
    return _without_stake(person, contribution)


def can_confirm(person: User, proposal: HideProposal) -> Permission:
    """A second person confirms: nobody their own proposal, and nobody with a stake in the dialogue."""
    if proposal.proposed_by_id == person.pk:
        return Permission(False, _("You proposed it, so a second person decides."))
    return _without_stake(person, proposal.contribution)


def latest_hiding(contribution: Contribution) -> ModerationDecision | None:
    """The decision by which it is hidden."""
    return contribution.moderation_decisions.filter(verb=Verb.HIDDEN).first()


def _who_hid(contribution: Contribution) -> set[int | None]:
    """Everybody who took part in hiding it; lists have asked for the decisions with the row."""
    known = getattr(contribution, "hidings", None)
    if known is None:
        known = contribution.moderation_decisions.filter(verb__in=HIDING)
    return {decision.decided_by_id for decision in known} - {None}


def _without_stake(person: User, contribution: Contribution) -> Permission:
    conflict = conflict_of(person, contribution)
    if conflict is None:
        return Permission(True)
    return Permission(False, STAKES[conflict])


STAKES = {
    ConflictKind.RESPONSIBLE: _("You are responsible for the answer of this dialogue, so another person decides."),
    ConflictKind.CONTACT: _("You are the contact of this dialogue, so another person decides."),
    ConflictKind.WRITER: _("You wrote or last edited the page of this dialogue, so another person decides."),
    ConflictKind.ANSWERED: _("You wrote the official answer that it replies to, so another person decides."),
}


def _is_contact(person: User, page: DialoguePage) -> bool:
    by_address = bool(page.contact_email) and canonical_address(page.contact_email) == canonical_address(person.email)
    return by_address or (bool(page.contact_name) and page.contact_name.casefold() == person.get_full_name().casefold())


def _last_editor(page: DialoguePage) -> int | None:
    """Who saved the page last; lists have asked for it with the dialogue."""
    known = getattr(page, "last_editor_id", ...)
    if known is not ...:
        return known
    revision = page.latest_revision
    return revision.user_id if revision is not None else None


def _answered_by(person: User, contribution: Contribution) -> bool:
    answered = contribution.reply_to
    if answered is None or not answered.is_official or answered.participant is None:
        return False
    return answered.participant.user_id == person.pk
