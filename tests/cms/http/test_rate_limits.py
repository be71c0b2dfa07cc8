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


def place(address):
    return RequestFactory().get("/", REMOTE_ADDR=address)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:0:7::1", "2001:db8:0:7::/64"),
        ("2001:db8:0:7:ffff::9", "2001:db8:0:7::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
        ("", ""),
    ],
)
def test_one_place_is_an_address_of_ipv4_or_a_64_of_ipv6(address, network):
    assert rate_limits.network_of(place(address)) == network


@pytest.mark.parametrize(
    ("address", "is_own"),
    [
        ("10.20.30.40", True),
        ("10.21.0.1", False),
        ("192.0.2.7", True),
        ("192.0.2.8", False),
        ("2001:db8:5::1", True),
        ("2001:db9::1", False),
        ("::ffff:10.20.1.1", True),
        ("unknown", False),
    ],
)
def test_networks_of_ones_own_are_prefixes_or_addresses(settings, address, is_own):
    settings.GENSVAR_OWN_NETWORKS = ["10.20.0.0/16", " 192.0.2.7 ", "2001:db8::/32", "nonsense", ""]
    assert rate_limits.is_own_network(place(address)) is is_own


def test_a_network_of_ones_own_may_do_ten_times_as_much(settings):
    settings.GENSVAR_OWN_NETWORKS = ["10.20.0.0/16"]
    with clock.at(NOON):
        for address, number in (("10.20.0.1", 20), ("192.0.2.1", 2)):
            allowed = [rate_limits.network_is_allowed("wave", place(address)) for _ in range(number + 1)]
            assert allowed == [True] * number + [False]
            assert rate_limits.network_is_used_up("wave", place(address))


def test_a_header_makes_nobody_an_own_network(settings):
    settings.GENSVAR_OWN_NETWORKS, settings.TRUSTED_PROXIES = ["10.20.0.0/16"], 0
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": "10.20.0.1"})
    assert not rate_limits.is_own_network(request)
