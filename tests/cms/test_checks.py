"""What is refused at the start."""

from typing import Any

from cms.checks import own_networks_are_networks


def test_a_network_that_is_none_is_named(settings: Any) -> None:
    settings.GENSVAR_OWN_NETWORKS = ["10.20.0.0/16", "2001:db8::/32", "192.0.2.7"]
    assert own_networks_are_networks(None) == []
    settings.GENSVAR_OWN_NETWORKS = ["skolan"]
    assert "skolan" in str(own_networks_are_networks(None))
