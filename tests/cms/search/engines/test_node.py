"""The connection to a cluster of one's own: hosts, credentials, certificates, patience."""

import certifi
import pytest
from django.test import override_settings

from cms.search.engines import node

HOSTS = "https://one.example.org:9200, https://two.example.org:9200"


@pytest.fixture(autouse=True)
def _fresh():
    node._connected.cache_clear()
    yield
    node._connected.cache_clear()


@override_settings(ELASTICSEARCH_URL=HOSTS, GENSVAR_SEARCH_API_KEY="a2V5", GENSVAR_SEARCH_CA_FILE=certifi.where())
def test_several_hosts_an_api_key_and_a_ca_file():
    client = node.reader()
    nodes = [each.config for each in client.transport.node_pool.all()]
    assert sorted(each.host for each in nodes) == ["one.example.org", "two.example.org"]
    assert {each.ca_certs for each in nodes} == {certifi.where()}
    assert client._headers["authorization"] == "ApiKey a2V5"


@override_settings(ELASTICSEARCH_URL=HOSTS, GENSVAR_SEARCH_USER="gensvar", GENSVAR_SEARCH_PASSWORD="hemligt")
def test_a_user_and_a_password():
    assert node.reader()._headers["authorization"].startswith("Basic ")


@override_settings(ELASTICSEARCH_URL="http://127.0.0.1:9", GENSVAR_SEARCH_TIMEOUT=0.5, GENSVAR_SEARCH_WRITE_TIMEOUT=2.0)
def test_visitors_wait_less_than_the_worker_and_nobody_tries_twice():
    assert (node.reader()._request_timeout, node.writer()._request_timeout) == (0.5, 2.0)
    assert node.reader()._max_retries == 0
    with pytest.raises(node.ERRORS):
        node.reader().info()
