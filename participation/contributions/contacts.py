"""The address left with a contribution: kept, written to once, confirmed by its owner, left again."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms import clock
from cms.accounts.models import User
from cms.following.actions import confirm_follower, follower_for_address, follower_for_user
from cms.following.letters_to_strangers import request_letter
from cms.following.models import AddressRequest, Follower, NewsItem
from cms.outbox.actions import send_later
from cms.outbox.parts import delete_in_parts
from participation.contributions.actions import post_contribution
from participation.events.owners import own_contributions
from participation.models import Contribution, ContributionContact

RECEIPT_LETTER = "participation.receipt"
SALT = "participation.contact"
LINK_LIVES = timedelta(days=30)
OWN_REASON = _("You are getting this e-mail because you asked to be told what becomes of what you wrote in “%(title)s”.")


@dataclass(frozen=True)
class TellMe:
    """How somebody who sends something wants to hear of it: by an address, or (for an account) yes or no."""

    address: str = ""
    account: User | None = None
    wanted: bool = False


@transaction.atomic
def receive(tell_me: TellMe, **given: Any) -> Contribution:
    """Receive what somebody gives (see `post_contribution`), and keep where they want to hear of it."""
    contribution = post_contribution(**given)
    keep_contact(contribution, tell_me)
    return contribution


@transaction.atomic
def keep_contact(contribution: Contribution, tell_me: TellMe) -> ContributionContact | None:
    """Keep where the author wants to hear of a contribution, once; sending the form again changes nothing.

    An account has shown its address. Any other address gets one letter, with the code and a link that confirms it.
    """
    if contribution.is_official or ContributionContact.objects.filter(contribution=contribution).exists():
        return None
    if tell_me.account is not None:
        return _keep_choice(contribution, tell_me.account, wanted=tell_me.wanted)
    if not tell_me.address:
        return None
    follower = follower_for_address(tell_me.address, contribution.language)
    confirmed = clock.now() if _is_known_author(contribution, follower) else None
    contact = ContributionContact.objects.create(contribution=contribution, follower=follower, left_at=clock.now(), confirmed_at=confirmed)
    if confirmed is None:
        letter_to_stranger(contact)
    _write_to(contact)
    return contact


def _keep_choice(contribution: Contribution, account: User, *, wanted: bool) -> ContributionContact:
    at = clock.now()
    contact = ContributionContact.objects.create(
        contribution=contribution,
        follower=follower_for_user(account),
        left_at=at,
        confirmed_at=at if wanted else None,
        declined_at=None if wanted else at,
    )
    if wanted:
        _write_to(contact)
    return contact


def _is_known_author(contribution: Contribution, follower: Follower) -> bool:
    """Whether the contribution comes from a browser that has had this address confirmed before: then its owner writes."""
    if contribution.participant_id is None:
        return False
    return follower.contribution_contacts.heard().filter(contribution__participant=contribution.participant_id).exists()


def letter_to_stranger(contact: ContributionContact) -> AddressRequest:
    """What counts the first letter to an address that may be somebody else's, among the others that go there."""
    return request_letter(contact.follower.mail_address, contact.follower.language, RECEIPT_LETTER, contact.pk)


def _write_to(contact: ContributionContact) -> None:
    send_later(RECEIPT_LETTER, {"contact": contact.pk}, dedupe_key=f"{RECEIPT_LETTER}:{contact.pk}")


def token_of(contact: ContributionContact) -> str:
    """What stands in the link of the letter. It names the row, and nobody can make one up."""
    return signing.dumps(contact.pk, salt=SALT)


def contact_of(token: str) -> ContributionContact | None:
    """The row of a link; None for a forged link, an old one, and one whose contribution is gone."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    rows = ContributionContact.objects.select_related("contribution__dialogue__locale", "follower")
    contact = rows.filter(pk=pk).first()
    is_old = contact is not None and contact.confirmed_at is None and contact.left_at < clock.now() - LINK_LIVES
    return None if is_old else contact


@transaction.atomic
def confirm_contact(contact: ContributionContact) -> bool:
    """The owner of the address wants to be told. True the first time."""
    row = ContributionContact.objects.select_for_update(of=("self",)).select_related("follower").get(pk=contact.pk)
    if row.confirmed_at is not None and row.declined_at is None:
        return False
    row.confirmed_at, row.declined_at = row.confirmed_at or clock.now(), None
    row.save(update_fields=["confirmed_at", "declined_at"])
    confirm_follower(row.follower)
    return True


@transaction.atomic
def leave(item: NewsItem, follower: Follower) -> None:
    """Stop mails about what this follower wrote in the dialogue of a news item."""
    at = clock.now()
    for contribution in own_contributions(follower, item.data["dialogue"]):
        ContributionContact.objects.update_or_create(
            contribution=contribution,
            defaults={"declined_at": at},
            create_defaults={"follower": follower, "left_at": at, "declined_at": at},
        )


def forget_unconfirmed() -> int:
    """Addresses that nobody confirmed while their link lived are forgotten; an account's no is kept."""
    old = ContributionContact.objects.filter(confirmed_at=None, declined_at=None, left_at__lt=clock.now() - LINK_LIVES)
    return delete_in_parts(old)
