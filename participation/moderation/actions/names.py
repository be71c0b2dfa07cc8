"""Masking the name beside a contribution: nobody reads it any more, and the record keeps it."""

from django.db import transaction
from django.utils.translation import gettext as _

from cms.accounts.models import User
from participation.contributions.actions import ContributionRefused, keep_text
from participation.models import Contribution
from participation.moderation.actions import decisions
from participation.moderation.actions.decisions import Verb


@transaction.atomic
def mask_name(contribution: Contribution, by: User) -> Contribution:
    """Take the name away from everything that shows it. It moves to the earlier texts, as a withdrawn text does."""
    row, at = decisions.hold_to_moderate(contribution, by)
    decisions.refuse_withdrawn(row)
    if row.name_masked:
        return row
    if not row.author_name:
        raise ContributionRefused(_("%(code)s has no name to mask.") % {"code": row.shown_code})
    if row.is_official:
        raise ContributionRefused(_("An official answer is given in the name of a function; it is not masked."))
    keep_text(row, at)
    row.author_name, row.name_masked = "", True
    row.save(update_fields=["author_name", "name_masked"])
    decisions.write_decision(row, Verb.MASKED, by, at)
    return row


@transaction.atomic
def unmask_name(contribution: Contribution, by: User) -> Contribution:
    """Show the name again, as it was kept when it was masked."""
    row, at = decisions.hold_to_moderate(contribution, by)
    decisions.refuse_withdrawn(row)
    if not row.name_masked:
        return row
    row.author_name, row.name_masked = masked_name(row), False
    row.save(update_fields=["author_name", "name_masked"])
    decisions.write_decision(row, Verb.UNMASKED, by, at)
    return row


def masked_name(row: Contribution) -> str:
    """The name behind the mask, for those who moderate."""
    masked = row.moderation_decisions.filter(verb=Verb.MASKED).first()
    kept = row.revisions.filter(replaced_at=masked.decided_at).first() if masked else None
    return kept.author_name if kept else ""
