"""The outbox at a glance shows no address in full."""

import pytest

from cms.outbox.overview import masked

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("address", "shown"), [("astrid@example.org", "a…@example.org"), ("", ""), ("ingenting", "")])
def test_addresses_are_masked(address, shown):
    assert masked(address) == shown
