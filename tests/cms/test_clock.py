"""One clock: the database's, the same throughout a request, and settable."""

import threading
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from cms import clock

pytestmark = pytest.mark.django_db

NOON = datetime(2027, 6, 1, 12, tzinfo=UTC)


def test_now_is_the_time():
    assert abs(clock.now() - timezone.now()) < timedelta(seconds=2)
    assert clock.now().tzinfo is not None


def test_now_is_one_instant_within_a_request():
    with clock.request():
        first = clock.now()
        time.sleep(0.01)
        assert clock.now() == first
        assert clock.read() > first, "an action that holds its lock asks again"


def test_now_goes_on_outside_a_request():
    first = clock.now()
    time.sleep(0.01)
    assert clock.now() > first


def test_the_database_is_asked_once_in_a_request(count_queries):
    def ask() -> None:
        with clock.request():
            clock.now()
            clock.now()

    assert count_queries(ask) == 1


def test_the_clock_can_be_set_for_a_while():
    with clock.at(NOON):
        assert clock.now() == clock.read() == NOON
        with clock.at(NOON + timedelta(days=1)):
            assert clock.now() == NOON + timedelta(days=1)
        assert clock.now() == NOON
    assert clock.now() != NOON


def test_a_set_clock_holds_in_other_threads():
    seen: list[datetime] = []
    with clock.at(NOON):
        thread = threading.Thread(target=lambda: seen.append(clock.now()))
        thread.start()
        thread.join()
    assert seen == [NOON]


def test_a_naive_moment_is_read_as_swedish_time():
    with clock.at(datetime(2027, 6, 1, 14)):
        assert clock.now() == NOON


def test_today_is_the_day_in_sweden():
    with clock.at(datetime(2027, 6, 1, 22, 30, tzinfo=UTC)):
        assert clock.today() == date(2027, 6, 2)
