"""A node for one test, and one of our own that may be stopped and frozen."""

import os
from collections.abc import Iterator

import pytest

from tests.bench.server import free_port
from tests.search_node import SearchNode
from tests.search_node.node import NodeUnavailable
from tests.search_tools import node_behind


@pytest.fixture
def index(db: None) -> Iterator[str]:
    """Search with the node, in an index of the test's own."""
    with node_behind(os.environ["ELASTICSEARCH_URL"]) as alias:
        yield alias


@pytest.fixture(scope="session")
def own_node() -> Iterator[SearchNode]:
    """A node that nobody else uses."""
    node = SearchNode(free_port())
    try:
        node.start()
    except NodeUnavailable as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    yield node
    node.stop()
