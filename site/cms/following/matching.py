"""Which follows a news item concerns, and how soon each follower is told: the quickest of the follows that match decides."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Q

from cms.following.models import Follow, Follower, NewsItem, Pace
from cms.following.registry import news_kinds

PAGE = 2000
REACHABLE = Q(follower__user=None, follower__confirmed_at__isnull=False) | Q(follower__user__is_active=True)

Target = tuple[str, int]


def targets_of(item: NewsItem) -> set[Target]:
    """What an item belongs to."""
    return {(target.kind, target.object_id) for target in item.targets.all()}


def is_outcome(item: NewsItem) -> bool:
    """Whether it is told also to those who only want to hear what it led to."""
    kind = news_kinds.get(item.kind)
    return kind is not None and kind.is_outcome


def of_targets(targets: Iterable[Target]) -> Q:
    """Follows of any of these."""
    numbers: dict[str, list[int]] = {}
    for kind, number in targets:
        numbers.setdefault(kind, []).append(number)
    condition = Q(pk__in=[])
    for kind, some in numbers.items():
        condition |= Q(kind=kind, object_id__in=sorted(some))
    return condition


def follows_concerned(item: NewsItem, follower: Follower, targets: Collection[Target]) -> list[Follow]:
    """The follower's follows that an item concerns: those that were there when it was written."""
    rows = follower.follows.filter(of_targets(targets), confirmed_at__lte=item.created_at)
    return list(rows.order_by("pk"))


def told_at_once(item: NewsItem) -> Iterator[int]:
    """Numbers of followers who are told at once: first whose own it is, then those who follow; each may come twice."""
    yield from item.owners.filter(REACHABLE, follower__hears_own=True).values_list("follower_id", flat=True)
    targets = targets_of(item)
    if not targets:
        return
    paces = [Pace.AT_ONCE, Pace.OUTCOME] if is_outcome(item) else [Pace.AT_ONCE]
    rows = Follow.objects.filter(REACHABLE, of_targets(targets), pace__in=paces, confirmed_at__lte=item.created_at)
    yield from in_pages(rows.order_by("follower_id").values_list("follower_id", flat=True).distinct())


def in_pages(followers: "Iterable[int]") -> Iterator[int]:
    """Numbers of followers, a page at a time: nothing is held open while rows are written."""
    last = 0
    while page := list(followers.filter(follower_id__gt=last)[:PAGE]):  # type: ignore[attr-defined]
        yield from page
        last = page[-1]


def is_for_letter(item: NewsItem, targets: Collection[Target], follows: Iterable[Follow], pace: str, *, own: bool) -> bool:
    """Whether an item stands in the follower's letter of this pace: not told at once, nor in a quicker letter, nor told before."""
    concerned = [
        follow
        for follow in follows
        if (follow.kind, follow.object_id) in targets and follow.confirmed_at and follow.confirmed_at <= item.created_at
    ]
    paces = {follow.pace for follow in concerned}
    if own or Pace.AT_ONCE in paces or (Pace.OUTCOME in paces and is_outcome(item)):
        return False
    if pace == Pace.WEEKLY and Pace.DAILY in paces:
        return False
    return any(follow.pace == pace and follow.told_until and follow.told_until < item.created_at for follow in concerned)
