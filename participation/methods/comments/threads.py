"""Threads on a dialogue, an activity or a thing: a page of them, one of them whole, and where a comment stands.

Whatever the number of comments, a page is read by its indexes: the first comments' keys in their
order, these with the keys of their first replies, then those replies.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from participation.api import Contribution, ContributionQuerySet, ContributionState, Subject, people_behind

METHOD = "comments"
THREADS_ON_PAGE = 20
REPLIES_SHOWN = 3
REPLIES_ON_PAGE = 50


@dataclass(frozen=True)
class Order:
    """A way to sort threads; `name` stands in the address."""

    name: str
    label: str | Promise
    sort: Callable[[ContributionQuerySet], ContributionQuerySet]


ORDERS = {
    order.name: order
    for order in (
        Order("nyast", _("Newest"), ContributionQuerySet.newest),
        Order("aldst", _("Oldest"), ContributionQuerySet.oldest),
        Order("mest-stod", _("Most support"), ContributionQuerySet.most_supported),
    )
}
NEWEST = ORDERS["nyast"]


@dataclass
class Thread:
    """The first comment and its replies, or as many of them as are shown."""

    root: Contribution
    replies: list[Contribution] = field(default_factory=list)
    is_folded: bool = False


@dataclass(frozen=True)
class Counts:
    """How many threads there are to page through, how many comments citizens have made, and how many people."""

    threads: int
    comments: int
    people: int


def comments_on(subject: Subject) -> ContributionQuerySet:
    """Everything that the threads on a dialogue, an activity or a thing show."""
    return _all_on(subject).in_threads()


def _all_on(subject: Subject) -> ContributionQuerySet:
    rows: ContributionQuerySet = Contribution.objects.filter(method=METHOD)
    return rows.on(subject)


def count_comments(subject: Subject) -> Counts:
    """The numbers of threads and comments; official answers are shown and not counted."""
    threads = Q(pk__in=comments_on(subject).threads().order_by().values("pk"))
    published = Q(state=ContributionState.PUBLISHED, is_official=False)
    rows = _all_on(subject).order_by()
    counted = {"threads": Count("pk", filter=threads), "comments": Count("pk", filter=published)}
    return Counts(**rows.aggregate(**counted, people=people_behind(counted=published)))


def threads_page(subject: Subject, order: Order, number: str | int, threads: int) -> Page[Thread]:
    """A page of threads, of which there are so many; a number beyond them gives the last page."""
    keys = order.sort(comments_on(subject).threads()).values_list("pk", flat=True)
    paginator: Paginator[Any] = Paginator(keys, THREADS_ON_PAGE)
    paginator.count = threads  # counted before
    page: Page[Any] = paginator.get_page(number)
    page.object_list = _threads(list(page.object_list))
    return page


def thread_page(root: Contribution, number: str | int) -> Page[Contribution]:
    """A page of all replies of a thread, oldest first."""
    replies = _replies_in(root.pk).oldest()
    return Paginator(with_names(replies), REPLIES_ON_PAGE).get_page(number)


def _replies_in(root: Any) -> ContributionQuerySet:
    rows: ContributionQuerySet = Contribution.objects.filter(thread_root=root)
    return rows.in_threads()


def with_names(comments: ContributionQuerySet) -> ContributionQuerySet:
    """Contributions with the administration of official answers and whom each one answers."""
    return comments.select_related("official_administration", "reply_to").defer("reply_to__text")


def _threads(keys: list[int]) -> list[Thread]:
    """The threads of these first comments, in their order, with their first replies."""
    places = [f"reply_{place}" for place in range(REPLIES_SHOWN + 1)]
    replies = Contribution.objects.in_threads().filter(thread_root=OuterRef("pk")).oldest().values("pk")
    first_comments = Contribution.objects.filter(pk__in=keys).annotate(
        **{name: Subquery(replies[place : place + 1]) for place, name in enumerate(places)}
    )
    roots = {root.pk: root for root in with_names(first_comments)}
    shown = {pk: [getattr(root, name) for name in places if getattr(root, name)] for pk, root in roots.items()}
    rows = _rows(reply for first in shown.values() for reply in first[:REPLIES_SHOWN])
    return [
        Thread(
            root=roots[key],
            replies=[rows[reply] for reply in shown[key][:REPLIES_SHOWN] if reply in rows],
            is_folded=len(shown[key]) > REPLIES_SHOWN,
        )
        for key in keys
        if key in roots
    ]


def _rows(keys: Iterable[int]) -> dict[int, Contribution]:
    return {row.pk: row for row in with_names(Contribution.objects.filter(pk__in=list(keys)))}


# Where a comment stands


def page_of_thread(root: Contribution) -> int:
    """The number of the page, newest first, on which a thread stands."""
    newer = Q(received_at__gt=root.received_at) | Q(received_at=root.received_at, pk__gt=root.pk)
    before = comments_on(root.subject).threads().filter(received_at__gte=root.received_at).filter(newer).count()
    return before // THREADS_ON_PAGE + 1


def replies_before(reply: Contribution) -> int:
    """How many replies of the same thread stand before this one."""
    earlier = Q(received_at__lt=reply.received_at) | Q(received_at=reply.received_at, pk__lt=reply.pk)
    return _replies_in(reply.thread_root_id).filter(earlier).count()
