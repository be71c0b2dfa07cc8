"""What plugins and pages do: tell that something has happened; ask to follow, confirm, change, leave."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import User, UserManager
from cms.following.digests import LETTER_PACES, write_rest
from cms.following.fan_out import announce
from cms.following.followers import confirm_follower, follower_for_address, follower_for_user
from cms.following.links import Matter
from cms.following.models import AddressRequest, Follow, Follower, NewsItem, NewsOwner, NewsTarget, Pace
from cms.following.registry import followables, news_kinds
from cms.following.succession import follows_of_same, succession
from cms.outbox.actions import send_later
from cms.refusals import ActionRefused
from cms.text.languages import known_language

__all__ = ["confirm_follower", "follower_for_address", "follower_for_user", "tell"]

CONFIRM_MAIL, PAGE_MAIL = "following.confirm", "following.page"


@transaction.atomic
def tell(
    kind: str,
    *,
    key: str,
    targets: Iterable[tuple[str, int]],
    owners: Iterable[Follower] = (),
    data: Mapping[str, Any] | None = None,
    at: datetime,
) -> NewsItem | None:
    """Write down that something has happened, once for each `key`; None when it was written before.

    Called in the transaction of the cause. Whoever follows one of the `targets`, or what it carries on, is told, and the `owners`, whose
    own it is: by one mail each, however many of it matches. Raises ValueError for a kind of news or a target that nobody has declared.
    """
    named = set(targets)
    _check(kind, sorted(named))
    wanted = sorted(named | succession().before(named))
    item, is_new = NewsItem.objects.get_or_create(
        key=key, defaults={"kind": kind, "data": dict(data or {}), "happened_at": at, "created_at": clock.read()}
    )
    if not is_new:
        return None
    NewsTarget.objects.bulk_create(NewsTarget(item=item, kind=name, object_id=number) for name, number in wanted)
    NewsOwner.objects.bulk_create(NewsOwner(item=item, follower_id=number) for number in sorted({owner.pk for owner in owners}))
    announce(item)
    return item


def _check(kind: str, targets: list[tuple[str, int]]) -> None:
    if kind not in news_kinds:
        raise ValueError(f"{kind!r} is no kind of news; register a NewsKind of that name.")
    for name, _number in targets:
        if name not in followables:
            raise ValueError(f"{name!r} cannot be followed; register a Followable of that name.")


# Asked for by an address. It costs the same and is answered the same, whatever is known of the address.


def request_follow(*, address: str, kind: str, object_id: int, pace: str, language: str, form_key: UUID) -> None:
    """Have a link sent to an address that lets its owner confirm a follow; sending one form twice asks once."""
    _ask(CONFIRM_MAIL, address, language, form_key, kind=kind, object_id=object_id, pace=known_pace(pace))


def request_page_link(*, address: str, language: str, form_key: UUID) -> None:
    """Have the link to one's page sent to an address, if somebody follows with it."""
    _ask(PAGE_MAIL, address, language, form_key)


def _ask(mail: str, address: str, language: str, form_key: UUID, **about: Any) -> None:
    try:
        with transaction.atomic():
            request = AddressRequest.objects.create(
                form_key=form_key,
                address=UserManager.normalize_email(address),
                language=known_language(language),
                created_at=clock.now(),
                **about,
            )
            send_later(mail, {"request": request.pk})
    except IntegrityError:
        pass  # the same form once more


@transaction.atomic
def confirm(request: AddressRequest) -> Follow:
    """The owner of an address says yes to one request; again, it changes nothing. Raises ActionRefused when it was left since."""
    row = AddressRequest.objects.select_for_update().get(pk=request.pk)
    follower = follower_for_address(row.address, row.language)
    if row.confirmed_at is not None:
        follow = follower.follows.filter(kind=row.kind, object_id=row.object_id or 0).first()
        if follow is None:
            raise ActionRefused(_("This link has been used."))
        return follow
    row.confirmed_at = clock.now()
    row.save(update_fields=["confirmed_at"])
    confirm_follower(follower)
    return start_following(follower, row.kind, row.object_id or 0, row.pace)


# Done by somebody whose address is confirmed.


@transaction.atomic
def follow_as(user: User, kind: str, object_id: int, pace: str, language: str) -> Follow:
    """Follow with an account; the mails come in the language of the page where it was asked for first."""
    is_new = not Follower.objects.filter(user=user).exists()
    follower = follower_for_user(user)
    if is_new:
        change_settings(follower, language=language)
    return start_following(follower, kind, object_id, pace)


@transaction.atomic
def start_following(follower: Follower, kind: str, object_id: int, pace: str) -> Follow:
    """Follow something from now on; following it already, also under the number of what it carries on, only the pace changes."""
    now = clock.now()
    defaults = {"pace": known_pace(pace), "confirmed_at": now, "told_until": now, "created_at": now}
    follow, _is_new = Follow.objects.get_or_create(follower=follower, kind=kind, object_id=object_id, defaults=defaults)
    change_pace(follow, pace)
    return follow


@transaction.atomic
def change_pace(follow: Follow, pace: str) -> bool:
    """Be told at another pace; nothing is told twice, and what waited for a letter is not lost. True when it changed.

    What is one and the same thing today is told at one pace.
    """
    pace = known_pace(pace)
    same = [row.pk for row in follows_of_same(follow.follower, (follow.kind, follow.object_id))]
    rows = list(Follow.objects.select_for_update().filter(pk__in=same).order_by("pk"))
    changing = [row for row in rows if row.pace != pace]
    if pace not in LETTER_PACES:
        write_rest(changing)
    for row in changing:
        if not (row.pace in LETTER_PACES and pace in LETTER_PACES):
            row.told_until = clock.now()
        row.pace = pace
        row.save(update_fields=["pace", "told_until"])
    follow.pace = pace
    return bool(changing)


def change_settings(follower: Follower, *, language: str | None = None, hears_own: bool | None = None) -> None:
    """In which language one is told, and whether also about what is one's own."""
    if language is not None:
        follower.language = known_language(language)
    if hears_own is not None:
        follower.hears_own = hears_own
    follower.save(update_fields=["language", "hears_own"])


@transaction.atomic
def leave(follower: Follower, follows: Iterable[Follow]) -> list[list[Any]]:
    """Stop following these, under each number that they had; returns what was left, for `follow_again`."""
    same = {row.pk for follow in follows for row in follows_of_same(follower, (follow.kind, follow.object_id))}
    rows = follower.follows.filter(pk__in=same)
    left = [[row.kind, row.object_id, row.pace] for row in rows]
    rows.delete()
    return left


@transaction.atomic
def leave_matter(follower: Follower, matter: Matter) -> list[list[Any]]:
    """Stop what a mail was about, and nothing else; again, it changes nothing."""
    if matter.what == Matter.FOLLOW:
        return leave(follower, follows_of_same(follower, (matter.name, matter.number)))
    if matter.what == Matter.PACE:
        return leave(follower, follower.follows.filter(pace=matter.name))
    _leave_own(follower, matter.number)
    return []


@transaction.atomic
def follow_again(follower: Follower, left: Iterable[list[Any]]) -> int:
    """Take back that something was left."""
    return len([start_following(follower, kind, number, pace) for kind, number, pace in left])


@transaction.atomic
def renew_link(follower: Follower) -> None:
    """Make the links that were mailed so far open nothing any more."""
    row = Follower.objects.select_for_update().get(pk=follower.pk)
    row.link_version += 1
    row.save(update_fields=["link_version"])
    follower.link_version = row.link_version


def known_pace(pace: str) -> str:
    """One of the paces; at once for anything else."""
    return pace if pace in Pace.values else Pace.AT_ONCE


def _leave_own(follower: Follower, number: int) -> None:
    item = NewsItem.objects.filter(pk=number, owners__follower=follower).first()
    kind = news_kinds.get(item.kind) if item else None
    if item is not None and kind is not None and kind.leave is not None:
        kind.leave(item, follower)
    else:
        change_settings(follower, hears_own=False)
