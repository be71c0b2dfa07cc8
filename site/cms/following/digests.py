"""Letters once a day or once a week: who gets one, and what stands in it. The words are put in when it is sent."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from cms import clock
from cms.following.matching import Target, in_pages, is_for_letter, of_targets, targets_of
from cms.following.models import Follow, NewsItem, NewsOwner, NewsTarget, Pace
from cms.outbox.actions import enqueue, enqueue_many

MAIL = "following.digest"
OLDEST = timedelta(days=31)
MOST_ITEMS = 200
AT_A_TIME = 500
LETTER_PACES = (Pace.DAILY, Pace.WEEKLY)

Row = tuple[dict[str, object], str | None]


def last_period_end(pace: str, at: datetime) -> datetime:
    """The latest moment at which letters of this pace went out: 07:00, for the weekly ones on a Monday."""
    local = timezone.localtime(at)
    day = local.date() - timedelta(days=local.weekday() if pace == Pace.WEEKLY else 0)
    hour = time(settings.GENSVAR_DIGEST_HOUR)
    end = timezone.make_aware(datetime.combine(day, hour))
    if end <= at:
        return end
    return timezone.make_aware(datetime.combine(day - timedelta(days=7 if pace == Pace.WEEKLY else 1), hour))


def write_daily() -> int:
    """The sweep of daily letters."""
    return write_letters(Pace.DAILY, last_period_end(Pace.DAILY, clock.now()))


def write_weekly() -> int:
    """The sweep of weekly letters."""
    return write_letters(Pace.WEEKLY, last_period_end(Pace.WEEKLY, clock.now()))


def write_letters(pace: str, until: datetime) -> int:
    """Write a mail for each follower with something to tell until then; returns how many. Again, it writes none."""
    due = Follow.objects.filter(pace=pace, told_until__lt=until)
    if not due.exists():
        return 0
    items = _items_until(until)
    written = enqueue_many(MAIL, _rows(items, pace, until)) if items else 0
    due.update(told_until=until)
    return written


def write_rest(follows: list[Follow]) -> None:
    """What letters would have told, now: these follows of one person change to be told at once."""
    now = clock.now()
    for pace in LETTER_PACES:
        waiting = [follow for follow in follows if follow.pace == pace and follow.told_until is not None]
        if not waiting:
            continue
        since = min(follow.told_until for follow in waiting if follow.told_until is not None)
        concerned = of_targets((follow.kind, follow.object_id) for follow in waiting)
        targets = NewsTarget.objects.filter(concerned, item__created_at__gt=since, item__created_at__lte=now)
        items = NewsItem.objects.filter(pk__in=targets.values("item")).prefetch_related("targets")
        numbers = _numbers(list(items.order_by("-happened_at", "-pk")[:MOST_ITEMS]), follows, pace, set())
        if numbers:
            enqueue(MAIL, {"follower": waiting[0].follower_id, "pace": pace, "items": numbers})


def _items_until(until: datetime) -> list[NewsItem]:
    rows = NewsItem.objects.filter(created_at__lte=until, created_at__gt=until - OLDEST).prefetch_related("targets")
    return list(rows.order_by("-happened_at", "-pk"))


def _rows(items: list[NewsItem], pace: str, until: datetime) -> Iterator[Row]:
    """A mail's row for each follower who has something to read."""
    by_target: dict[Target, list[NewsItem]] = {}
    for item in items:
        for target in targets_of(item):
            by_target.setdefault(target, []).append(item)
    concerned = of_targets(by_target)
    due = Follow.objects.filter(concerned, pace=pace, told_until__lt=until)
    numbers = in_pages(due.order_by("follower_id").values_list("follower_id", flat=True).distinct())
    for some in _chunks(numbers):
        follows: dict[int, list[Follow]] = {}
        for follow in Follow.objects.filter(concerned, follower__in=some):
            follows.setdefault(follow.follower_id, []).append(follow)
        owned = set(NewsOwner.objects.filter(follower__in=some, follower__hears_own=True).values_list("item_id", "follower_id"))
        for follower, theirs in follows.items():
            near = {item.pk: item for follow in theirs for item in by_target[follow.kind, follow.object_id]}
            own = {item for item in near if (item, follower) in owned}
            news = _numbers(sorted(near.values(), key=lambda item: (item.happened_at, item.pk), reverse=True), theirs, pace, own)
            if news:
                key = f"digest:{pace}:{timezone.localtime(until).date().isoformat()}:{follower}"
                yield {"follower": follower, "pace": pace, "items": news}, key


def _numbers(items: list[NewsItem], follows: list[Follow], pace: str, own: set[int]) -> list[int]:
    news = [item.pk for item in items if is_for_letter(item, targets_of(item), follows, pace, own=item.pk in own)]
    return news[:MOST_ITEMS]


def _chunks(numbers: Iterator[int]) -> Iterator[list[int]]:
    some: list[int] = []
    for number in numbers:
        some.append(number)
        if len(some) == AT_A_TIME:
            yield some
            some = []
    if some:
        yield some
