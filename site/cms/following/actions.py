"""What plugins call: tell that something has happened."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from cms import clock
from cms.following.followers import confirm_follower, follower_for_address, follower_for_user
from cms.following.models import Follower, NewsItem, NewsOwner, NewsTarget
from cms.following.registry import followables, news_kinds

__all__ = ["confirm_follower", "follower_for_address", "follower_for_user", "tell"]


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

    Called in the transaction of the cause. Whoever follows one of the `targets` is told, and the `owners`, whose own it is: by one
    mail each, however many of it matches. Raises ValueError for a kind of news or a target that nobody has declared.
    """
    wanted = sorted(set(targets))
    _check(kind, wanted)
    item, is_new = NewsItem.objects.get_or_create(
        key=key, defaults={"kind": kind, "data": dict(data or {}), "happened_at": at, "created_at": clock.read()}
    )
    if not is_new:
        return None
    NewsTarget.objects.bulk_create(NewsTarget(item=item, kind=name, object_id=number) for name, number in wanted)
    NewsOwner.objects.bulk_create(NewsOwner(item=item, follower_id=number) for number in sorted({owner.pk for owner in owners}))
    return item


def _check(kind: str, targets: list[tuple[str, int]]) -> None:
    if kind not in news_kinds:
        raise ValueError(f"{kind!r} is no kind of news; register a NewsKind of that name.")
    for name, _number in targets:
        if name not in followables:
            raise ValueError(f"{name!r} cannot be followed; register a Followable of that name.")
