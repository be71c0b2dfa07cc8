"""Pages of threads: their order, what is folded, what is counted, where a comment stands."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from participation.contract import Subject
from participation.methods.comments.threads import NEWEST, ORDERS, comments_on, count_comments, page_of_thread, replies_before, threads_page
from participation.models import Contribution
from tests.factories import ContributionFactory, DialogueFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(open=True)


def comment(dialogue: Any, minutes: int = 0, **given: Any) -> Contribution:
    """A comment that was received so many minutes ago."""
    return ContributionFactory(dialogue=dialogue, received_at=clock.now() - timedelta(minutes=minutes), **given)


def page(dialogue: Any, order: str = "nyast", number: Any = 1) -> Any:
    return threads_page(Subject(dialogue), ORDERS[order], number, count_comments(Subject(dialogue)).threads)


def roots(dialogue: Any, order: str = "nyast") -> list[int]:
    return [thread.root.pk for thread in page(dialogue, order)]


def test_threads_come_in_three_orders(dialogue: Any) -> None:
    old, middle, new = (
        comment(dialogue, 30, support_count=2),
        comment(dialogue, 20, support_count=1, imported_supports=4),
        comment(dialogue, 10),
    )
    assert roots(dialogue) == [new.pk, middle.pk, old.pk]
    assert roots(dialogue, "aldst") == [old.pk, middle.pk, new.pk]
    assert roots(dialogue, "mest-stod") == [middle.pk, old.pk, new.pk]


def test_comments_on_one_instant_keep_one_order(dialogue: Any) -> None:
    moment = clock.now()
    made = [ContributionFactory(dialogue=dialogue, received_at=moment).pk for _n in range(5)]
    assert roots(dialogue) == made[::-1]
    assert roots(dialogue, "aldst") == made


def test_twenty_threads_stand_on_a_page(dialogue: Any) -> None:
    made = [comment(dialogue, number).pk for number in range(45)]
    assert [len(page(dialogue, number=number).object_list) for number in (1, 2, 3)] == [20, 20, 5]
    assert [thread.root.pk for thread in page(dialogue, number=2)] == made[20:40]


@pytest.mark.parametrize(("number", "shown"), [("0", 3), ("99", 3), ("x", 1), ("", 1), ("-1", 3), ("9" * 400, 3), ("²", 1)])
def test_a_number_that_is_no_page_gives_one_that_is(dialogue: Any, number: str, shown: int) -> None:
    for minutes in range(41):
        comment(dialogue, minutes)
    assert page(dialogue, number=number).number == shown


def test_replies_are_folded_after_three(dialogue: Any) -> None:
    root = comment(dialogue, 60)
    replies = [comment(dialogue, 50 - number, reply_to=root) for number in range(3)]
    assert not page(dialogue)[0].is_folded
    comment(dialogue, 1, reply_to=replies[0])
    thread = page(dialogue)[0]
    assert thread.is_folded
    assert [reply.pk for reply in thread.replies] == [reply.pk for reply in replies]


def test_what_waits_takes_no_place_and_what_is_hidden_does(dialogue: Any) -> None:
    comment(dialogue, pending=True)
    hidden = comment(dialogue, hidden=True)
    root = comment(dialogue, 5)
    comment(dialogue, pending=True, reply_to=root)
    assert roots(dialogue) == [hidden.pk, root.pk]
    assert page(dialogue)[1].replies == []


def test_what_was_withdrawn_takes_a_place_only_while_it_is_answered(dialogue: Any) -> None:
    comment(dialogue, withdrawn=True)
    answered = comment(dialogue, 9, withdrawn=True)
    reply = comment(dialogue, 8, withdrawn=True, reply_to=answered)
    deeper = comment(dialogue, 7, reply_to=reply)
    comment(dialogue, 6, withdrawn=True, reply_to=answered)
    assert roots(dialogue) == [answered.pk]
    assert [row.pk for row in page(dialogue)[0].replies] == [reply.pk, deeper.pk]


def test_published_comments_are_counted_official_answers_are_not(dialogue: Any) -> None:
    root = comment(dialogue)
    comment(dialogue, reply_to=root)
    comment(dialogue, reply_to=root, official=True)
    comment(dialogue, hidden=True)
    comment(dialogue, pending=True)
    comment(dialogue, method="meeting")
    ContributionFactory()
    counts = count_comments(Subject(dialogue))
    assert (counts.threads, counts.comments) == (2, 2)


def test_every_comment_is_found_on_its_page(dialogue: Any) -> None:
    """The page that is computed for a thread is the page on which it stands."""
    moment = clock.now()
    for number in range(50):
        state = {"hidden": number % 7 == 0, "withdrawn": number % 11 == 5, "pending": number % 13 == 6}
        trait = next((name for name, holds in state.items() if holds), None)
        ContributionFactory(dialogue=dialogue, received_at=moment - timedelta(minutes=number // 3), **({trait: True} if trait else {}))
    for root in comments_on(Subject(dialogue)).threads():
        found = threads_page(Subject(dialogue), NEWEST, page_of_thread(root), count_comments(Subject(dialogue)).threads)
        assert root.pk in [thread.root.pk for thread in found]


def test_replies_are_counted_up_to_a_reply(dialogue: Any) -> None:
    root = comment(dialogue, 60)
    comment(dialogue, 50, reply_to=root, pending=True)
    replies = [comment(dialogue, 40 - number, reply_to=root) for number in range(4)]
    assert [replies_before(reply) for reply in replies] == [0, 1, 2, 3]


@pytest.mark.parametrize("order", list(ORDERS))
def test_a_page_takes_the_same_queries_however_many_comments(dialogue: Any, order: str, count_queries: Any) -> None:
    def many(number: int) -> None:
        for minutes in range(number):
            root = comment(dialogue, minutes)
            for _reply in range(4):
                comment(dialogue, minutes, reply_to=root)

    many(1)
    few = count_queries(lambda: page(dialogue, order))
    many(24)
    assert count_queries(lambda: page(dialogue, order)) == few
    assert few <= 6
