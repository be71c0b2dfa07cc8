"""A real Elasticsearch node on the loopback address: for tests, measurements and trying it out. See `docs/operations.md`."""

from tests.search_node.node import SearchNode

__all__ = ["SearchNode"]
