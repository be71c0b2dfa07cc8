"""A node for one test, one of our own that may be stopped and frozen, and a dialogue with a word that stands nowhere else."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.bench.server import free_port
from tests.factories import DialogueFactory, translated
from tests.search_node import SearchNode
from tests.search_node.node import NodeUnavailable
from tests.search_tools import node_behind, write_everything

CANARY = "Kanariefågelholmen"


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


@pytest.fixture
def dialogue(db: None) -> Any:
    """The dialogue of the word, in both languages."""
    page = DialogueFactory(title=CANARY, slug="kanarie", closed=True)
    translated(page, title=f"{CANARY} in English")
    write_everything()
    return page
