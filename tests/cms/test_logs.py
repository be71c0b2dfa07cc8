"""No secret end of an address reaches a log."""

import logging

import pytest
from django.conf import settings

from cms.logs import LeaveSecretsOut, SecretAddress, secret_addresses, without_secrets


@pytest.mark.parametrize(
    "path",
    [
        "/_/folj/mina/WzEsMV0:abc/",
        "/en/_/follow/confirm/WzEsMV0:abc/",
        "/_/folj/sluta/WzEsMV0:abc/?x=1",
        "/_/contributions/told/WzEsMV0:abc/",
        "/konto/inbjudan/WzEsMV0:abc/",
        "/kvitto/WzEsMV0:abc/",
    ],
)
def test_tokens_and_codes_are_left_out(path: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, "%s: %s", ("Not Found", path), None)
    assert LeaveSecretsOut().filter(record)
    assert "WzEsMV0" not in record.getMessage()
    assert path.split("WzEs")[0] in record.getMessage()


def test_other_addresses_stay() -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, "%s: %s", ("Not Found", "/dialoger/finns-inte/"), None)
    LeaveSecretsOut().filter(record)
    assert record.getMessage() == "Not Found: /dialoger/finns-inte/"


def test_a_plugin_names_its_own_secret_addresses() -> None:
    secret_addresses.register(SecretAddress("gensvar_petition.signed", "/namnlista/tack/"))
    try:
        assert without_secrets("/en/namnlista/tack/WzEs/?x=1") == "/en/namnlista/tack/…/?x=1"
    finally:
        secret_addresses.unregister("gensvar_petition.signed")
    assert without_secrets("/namnlista/tack/WzEs/") == "/namnlista/tack/WzEs/"


def test_every_handler_leaves_them_out() -> None:
    assert all("no_secrets" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
