"""A node for one test, and one of our own that may be stopped and frozen."""

import os
from collections.abc import Iterator

import pytest

from tests.search_node import SearchNode
from tests.search_node.node import NodeUnavailable
from tests.search_tools import node_behind

OWN_PORT = 9317


@pytest.fixture
def index(db: None) -> Iterator[str]:
    """Search with the node, in an index of the test's own."""
    with node_behind(os.environ["ELASTICSEARCH_URL"]) as alias:
        yield alias


@pytest.fixture(scope="session")
def own_node() -> Iterator[SearchNode]:
    """A node that nobody else uses."""
    node = SearchNode(OWN_PORT)
    try:
        node.start()
    except NodeUnavailable as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    yield node
    node.stop()
