"""Rate limits: so many in so many seconds, for each key by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from cms import clock
from cms.http import rate_limits

NOON = datetime(2027, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def two_a_minute(settings):
    settings.GENSVAR_LIMITS = {"wave": "2/60"}


def test_the_number_is_allowed_and_no_more():
    with clock.at(NOON):
        assert [rate_limits.is_allowed("wave", "astrid") for _ in range(4)] == [True, True, False, False]


def test_each_key_has_its_own_number():
    with clock.at(NOON):
        rate_limits.is_allowed("wave", "astrid")
        rate_limits.is_allowed("wave", "astrid")
        assert not rate_limits.is_allowed("wave", "astrid")
        assert rate_limits.is_allowed("wave", "bo")


def test_a_new_window_begins():
    with clock.at(NOON):
        for _ in range(3):
            rate_limits.is_allowed("wave", "astrid")
    with clock.at(NOON + timedelta(seconds=60)):
        assert rate_limits.is_allowed("wave", "astrid")


def test_asking_counts_nothing():
    with clock.at(NOON):
        assert not rate_limits.is_used_up("wave", "astrid")
        rate_limits.is_allowed("wave", "astrid")
        assert not rate_limits.is_used_up("wave", "astrid")
        rate_limits.is_allowed("wave", "astrid")
        assert rate_limits.is_used_up("wave", "astrid")


def test_seconds_of_a_window():
    assert rate_limits.seconds_of("wave") == 60


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "", "192.0.2.1"),
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1, 203.0.113.9", "203.0.113.9"),
        (2, "10.0.0.1, 203.0.113.9, 198.51.100.2", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
    ],
)
def test_only_our_own_proxies_are_believed(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": forwarded} if forwarded else {})
    assert rate_limits.client_ip(request) == address
