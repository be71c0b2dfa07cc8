"""One follower for each person: the account's, else the address's."""

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction

from cms import clock
from cms.accounts.models import User, UserManager
from cms.following.models import Follow, Follower
from cms.text.languages import known_language


def follower_for_user(user: User) -> Follower:
    """The account's follower. It takes over what its confirmed addresses followed."""
    follower, _is_new = Follower.objects.get_or_create(
        user=user, defaults={"created_at": clock.now(), "confirmed_at": clock.now(), "language": settings.LANGUAGE_CODE}
    )
    take_over_addresses(follower)
    return follower


def follower_for_address(address: str, language: str) -> Follower:
    """The follower of an address: of the account that has confirmed it, else its own, which is unconfirmed while it is new."""
    address = UserManager.normalize_email(address)
    owner = EmailAddress.objects.filter(email__iexact=address, verified=True, user__is_active=True).select_related("user").first()
    if owner is not None:
        return follower_for_user(owner.user)
    defaults = {"created_at": clock.now(), "language": known_language(language)}
    return Follower.objects.get_or_create(address=address, defaults=defaults)[0]


def confirm_follower(follower: Follower) -> None:
    """Somebody has shown that the address is theirs, by a link that was mailed there."""
    if follower.confirmed_at is None:
        follower.confirmed_at = clock.now()
        follower.save(update_fields=["confirmed_at"])


def can_be_told(follower: Follower) -> bool:
    """Whether mails may go to this follower: an active account with a confirmed address, or a confirmed address."""
    if follower.user is None:
        return follower.confirmed_at is not None and bool(follower.address)
    user = follower.user
    return user.is_active and EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True).exists()


def is_confirmed_address(address: str) -> bool:
    """Whether somebody has shown that the address is theirs, as a follower or with an account."""
    address = UserManager.normalize_email(address)
    by_address = Follower.objects.filter(address=address, confirmed_at__isnull=False)
    return by_address.exists() or EmailAddress.objects.filter(email__iexact=address, verified=True, user__is_active=True).exists()


@transaction.atomic
def take_over_addresses(follower: Follower) -> None:
    """Move what the account's confirmed addresses followed to the account, so that nobody gets a mail twice."""
    verified = EmailAddress.objects.filter(user=follower.user, verified=True).values_list("email", flat=True)
    addresses = [UserManager.normalize_email(address) for address in verified]
    for old in Follower.objects.select_for_update().filter(address__in=addresses):
        _move(old, follower)


def _move(old: Follower, follower: Follower) -> None:
    """Everything that points at the old follower points at the new one; what both have stays once."""
    known = set(follower.follows.values_list("kind", "object_id"))
    twice = [follow.pk for follow in old.follows.all() if (follow.kind, follow.object_id) in known]
    Follow.objects.filter(pk__in=twice).delete()
    for relation in Follower._meta.related_objects:
        rows: Any = relation.related_model._default_manager
        if relation.related_model is not None and relation.name != "own_news":
            rows.filter(**{relation.field.name: old}).update(**{relation.field.name: follower})
    old.own_news.exclude(item__in=follower.own_news.values("item")).update(follower=follower)
    old.delete()


def follower_of(user: User) -> Follower | None:
    """The account's follower, or None while it follows nothing."""
    return Follower.objects.select_related("user").filter(user=user).first()
