"""Whose own a contribution is: the address left with it, once confirmed, or the account it was written with."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from cms.accounts.models import User
from cms.following.actions import follower_for_user
from cms.following.models import Follower
from participation.choices import ContributionState
from participation.models import Contribution, ContributionContact
from participation.models.contribution import ContributionQuerySet


def owner_of(contribution: Contribution | None) -> Follower | None:
    """Who is told what happens to a contribution; None where nobody asked to be."""
    return owners_of([contribution.pk]).first() if contribution is not None else None


def owners_of(contributions: Iterable[int] | QuerySet[Any]) -> QuerySet[Follower]:
    """Whoever is told what happens to some of these contributions, each once."""
    accounts = _by_account(contributions)
    for user in User.objects.filter(pk__in=accounts.values("participant__user"), follower=None):
        follower_for_user(user)
    contacts = ContributionContact.objects.heard().filter(contribution__in=contributions)
    return Follower.objects.filter(Q(pk__in=contacts.values("follower")) | Q(user__in=accounts.values("participant__user")))


def owners_by_contribution(contributions: list[int]) -> dict[int, Follower]:
    """Who is told what happens to each of these contributions; those that belong to nobody are left out."""
    owners_of(contributions)
    contacts = ContributionContact.objects.heard().filter(contribution__in=contributions).select_related("follower")
    owners = {contact.contribution_id: contact.follower for contact in contacts}
    accounts = _by_account(contributions).values_list("pk", "participant__user")
    followers = {follower.user_id: follower for follower in Follower.objects.filter(user__in={user for _pk, user in accounts})}
    return owners | {pk: followers[user] for pk, user in accounts}


def own_contributions(follower: Follower | None, dialogue: int) -> ContributionQuerySet:
    """What a follower wrote in a dialogue, as far as they are told of it."""
    rows: ContributionQuerySet = Contribution.objects.filter(dialogue=dialogue)
    if follower is None:
        return rows.none()
    heard = Q(pk__in=ContributionContact.objects.heard().filter(follower=follower).values("contribution"))
    if follower.user_id is not None:
        heard |= Q(participant__user=follower.user_id, contact=None)
    return rows.filter(heard)


def asked_in(dialogue: int) -> ContributionQuerySet:
    """What people gave to a dialogue and still wait for: published, or waiting for review. Its turns are told to all behind it who asked."""
    waiting = (ContributionState.PUBLISHED, ContributionState.PENDING)
    rows: ContributionQuerySet = Contribution.objects.filter(dialogue=dialogue, is_official=False, state__in=waiting)
    return rows


def askers_in(dialogue: int) -> QuerySet[Follower]:
    """All who gave something to a dialogue and asked to be told what becomes of it, each once."""
    return owners_of(asked_in(dialogue).values("pk"))


def behind_themes(dialogue: int, themes: Collection[int] | None = None) -> ContributionQuerySet:
    """Published contributions that lie in a theme of the dialogue (in one of `themes`); a reply that was not sorted goes with its thread."""
    rows: ContributionQuerySet = Contribution.objects.filter(dialogue=dialogue, is_official=False)
    sorted_rows = Contribution.objects.published().filter(dialogue=dialogue).exclude(theme_links=None)
    if themes is not None:
        sorted_rows = sorted_rows.filter(theme_links__theme__in=themes)
    return (
        rows.published()
        .alias(first=Coalesce("thread_root", "pk"))
        .filter(Q(pk__in=sorted_rows.values("pk")) | Q(first__in=sorted_rows.values("pk")))
    )


def _by_account(contributions: Iterable[int] | QuerySet[Any]) -> QuerySet[Contribution]:
    """Those that an account wrote, which said nothing against being told."""
    return Contribution.objects.filter(pk__in=contributions, contact=None, participant__user__is_active=True)
