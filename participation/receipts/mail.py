"""The first mail to an address left with a contribution: the receipt code, and the link that confirms the address.

It repeats nothing that the writer wrote: the address may be somebody else's.
"""

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from cms import clock
from cms.following.letters_to_strangers import may_have_letter
from cms.following.links import Matter, leave_link
from cms.outbox.mails import Letter, absolute, render_letter
from cms.outbox.registry import MailKind, mail_kinds
from cms.visibility import is_visible
from participation.choices import ContributionState
from participation.contributions.contacts import RECEIPT_LETTER, letter_to_stranger, token_of
from participation.models import ContributionContact
from participation.news.subjects import title_of_dialogue

SHOWN_STATES = (ContributionState.PUBLISHED, ContributionState.PENDING)


def register() -> None:
    """Called when the app is ready."""
    mail_kinds.register(
        MailKind(RECEIPT_LETTER, gettext_lazy("Receipt, and the link that confirms an address"), receipt_letter, urgent=True)
    )


def receipt_letter(payload: dict[str, Any]) -> Letter | None:
    """The letter, while there is something to confirm or to keep, and while the address has not had too many."""
    rows = ContributionContact.objects.select_related("contribution__dialogue__locale", "follower__user")
    contact = rows.filter(pk=payload["contact"], declined_at=None).first()
    if contact is None or not _is_still_true(contact) or not _may_have_mail(contact):
        return None
    contribution, language = contact.contribution, contact.follower.language
    leave = absolute(leave_link(contact.follower, Matter(Matter.OWN))) if contact.confirmed_at else ""
    with override(language):
        receipt = reverse("participation:receipt_detail", args=[contribution.shown_code])
        context = {
            "code": contribution.shown_code,
            "receipt_url": absolute(receipt),
            "title": title_of_dialogue(contribution.dialogue, language),
            "confirm_url": "" if contact.confirmed_at else absolute(reverse("participation:confirm_contact", args=[token_of(contact)])),
            "leave_url": leave,
        }
        subject = _("Your receipt %(code)s") % {"code": contribution.shown_code}
        headers = {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"} if leave else {}
        return render_letter(contact.follower.mail_address, subject, "participation/receipts/mail/receipt", context, language, headers)


def _is_still_true(contact: ContributionContact) -> bool:
    contribution = contact.contribution
    person = contact.follower.user if contact.confirmed_at else None
    return contribution.state in SHOWN_STATES and is_visible(contribution.dialogue, person)


@transaction.atomic
def _may_have_mail(contact: ContributionContact) -> bool:
    """A few a day for each address that has not shown whose it is, with its links of following; written again, a letter counts once."""
    if contact.confirmed_at is not None or contact.mailed_at is not None:
        return True
    if not may_have_letter(letter_to_stranger(contact), is_known=False):
        return False
    ContributionContact.objects.filter(pk=contact.pk).update(mailed_at=clock.now())
    return True
