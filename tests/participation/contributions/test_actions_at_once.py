"""Many people write at the same instant: nothing is counted twice, nothing is lost, nothing comes late."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import close_old_connections, connection, transaction
from django.db.models import Q
from django.utils import translation

from cms import clock
from participation.contributions.actions import ContributionRefused, give_support, take_back_support
from participation.contributions.locks import hold
from participation.models import Contribution, DialoguePage, Phase, Support
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory
from tests.participation.contributions.test_actions import post

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def at_once(number: int, call: Callable[[int], Any]) -> list[Any]:
    """Call from so many threads at the same moment, each with a connection of its own; an exception is a result."""
    barrier = Barrier(number)

    def run(index: int) -> Any:
        close_old_connections()
        translation.activate("en")
        barrier.wait(timeout=60)
        try:
            return call(index)
        except Exception as error:  # noqa: BLE001 (whatever happens is what the test asks about)
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))


def test_a_hundred_supports_at_once_are_one() -> None:
    given, person = ContributionFactory(), ParticipantFactory()
    results = at_once(100, lambda _index: give_support(given, person))
    assert sorted(map(str, results)) == ["False"] * 99 + ["True"]
    given.refresh_from_db()
    assert given.support_count == Support.objects.count() == 1


def test_a_storm_of_supports_leaves_an_exact_count() -> None:
    given, people = ContributionFactory(), [ParticipantFactory() for _n in range(20)]

    def storm(index: int) -> None:
        for turn in range(6):
            (give_support if turn % 2 == 0 or index % 3 == 0 else take_back_support)(given, people[index])

    assert at_once(20, storm) == [None] * 20
    given.refresh_from_db()
    assert given.support_count == Support.objects.count() == 7


def test_a_form_sent_fifty_times_at_once_is_one_contribution() -> None:
    dialogue, person, key = DialogueFactory(open=True), ParticipantFactory(), uuid4()
    results = at_once(50, lambda _index: post(dialogue, person, idempotency_key=key).pk)
    assert results == [Contribution.objects.get().pk] * 50


def test_replies_at_once_are_all_counted() -> None:
    root = ContributionFactory()
    people = [ParticipantFactory() for _n in range(40)]
    at_once(40, lambda index: post(root.dialogue, people[index], reply_to=root))
    root.refresh_from_db()
    assert root.reply_count == 40 == root.thread.count()


def test_across_the_closing_instant_none_is_late_and_none_is_lost() -> None:
    """200 comments while the phase closes: each was received in time or told that it was not."""
    dialogue = DialogueFactory(open=True)
    people = [ParticipantFactory() for _n in range(50)]
    closing: list[datetime] = []

    def set_the_closing_instant() -> None:
        closing.append(clock.read() + timedelta(milliseconds=200))
        Phase.objects.filter(page=dialogue).update(closes_at=closing[0])

    everybody_has_posted_once = Barrier(50, action=set_the_closing_instant, timeout=60)

    def try_to_post(index: int, turn: int) -> Any:
        try:
            return post(dialogue, people[index], text=f"{index}.{turn}", idempotency_key=uuid4()).pk
        except ContributionRefused as refused:
            return str(refused)

    def four_posts(index: int) -> list[Any]:
        results = [try_to_post(index, 0)]
        everybody_has_posted_once.wait()
        results += [try_to_post(index, turn) for turn in (1, 2)]
        wait_until(closing[0])
        return [*results, try_to_post(index, 3)]

    results = [result for four in at_once(50, four_posts) for result in four]
    received = [result for result in results if isinstance(result, int)]
    refused = [result for result in results if isinstance(result, str)]
    assert len(received) >= 50, "those before the closing"
    assert len(refused) >= 50, "those after it"
    assert len(received) + len(refused) == 200
    assert all("has closed" in words for words in refused)
    assert set(Contribution.objects.values_list("pk", flat=True)) == set(received)
    assert not Contribution.objects.filter(~Q(received_at__lt=closing[0])).exists()


def wait_until(moment: Any) -> None:
    """Sleep until the database's clock says so (it runs on this machine in tests)."""
    time.sleep(max((moment - clock.read()).total_seconds(), 0))


def test_whoever_changes_the_page_waits_for_those_who_write() -> None:
    dialogue = DialogueFactory(open=True)

    def change(index: int) -> Any:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '300ms'")
            return DialoguePage.objects.filter(pk=dialogue.pk).update(contact_name="Ny")

    def write(index: int) -> Any:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '300ms'")
            return hold(dialogue).pk

    with transaction.atomic():
        hold(dialogue)
        assert at_once(1, write) == [dialogue.pk]
        assert "lock timeout" in str(at_once(1, change)[0])
