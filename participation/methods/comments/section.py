"""The section of comments on a dialogue's page: links only, since the page is cached whole."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cms import clock
from participation.api import Counts as Given
from participation.api import Subject, can_sort, in_words, may_do, search_within
from participation.methods.comments.display import CommentDisplay
from participation.methods.comments.threads import METHOD, NEWEST, ORDERS, Order, count_comments, threads_page

RIGHT_TO_COMMENT = f"{METHOD}.comment"
SEARCHED_FROM = 5  # threads: fewer are read faster than searched
RIGHT_TO_SUPPORT = f"{METHOD}.support"


def section_context(request: HttpRequest, subject: Subject) -> dict[str, Any]:
    """The variables of `participation_comments/section.html`."""
    page = subject.dialogue
    counts = count_comments(subject)
    order = ORDERS.get(request.GET.get("ordning", ""), NEWEST)
    threads = threads_page(subject, order, request.GET.get("sida", 1), counts.threads)
    permission = may_do(page, RIGHT_TO_COMMENT, clock.now())
    display = display_for(request, page, may_comment=bool(permission))
    return {
        "count": counts.comments,
        "given": in_words(Given(counts.comments, counts.people)) if counts.people != counts.comments else "",
        "threads": threads,
        "comments": [display.thread(thread) for thread in threads.object_list],
        "orders": orders_of(order),
        "permission": permission,
        "search_in": search_within(page) if subject == Subject(page) and counts.threads > SEARCHED_FROM else [],
        "new_url": new_url(subject),
        "own_url": reverse("participation:own_in", args=[(subject.activity or page).pk]),
        "is_known": bool(request.user and request.user.is_authenticated),
    }


def new_url(subject: Subject) -> str:
    """The address of the form that begins a thread."""
    if subject.kind:
        return reverse("participation_comments:new_on", args=[subject.kind, subject.number])
    return reverse("participation_comments:new", args=[(subject.activity or subject.dialogue).pk])


def display_for(request: HttpRequest, page: Any, *, may_comment: bool) -> CommentDisplay:
    """Those who work with the dialogue may also answer when it is closed."""
    may_support = bool(may_do(page, RIGHT_TO_SUPPORT, clock.now()))
    return CommentDisplay(may_reply=may_comment or (page.live and can_sort(request.user, page)), may_support=may_support)


def orders_of(current: Order) -> list[dict[str, Any]]:
    """The ways to sort, as links; the usual one has the plain address."""
    return [
        {"label": order.label, "url": "?#comments" if order is NEWEST else f"?ordning={order.name}#comments", "current": order is current}
        for order in ORDERS.values()
    ]
