"""The index is built anew beside the living one: leftovers go, another's stay, and a node that is away is told."""

from types import SimpleNamespace
from typing import Any

import pytest
from elasticsearch import ConnectionTimeout

from cms.search import rebuilding
from cms.search.engines import node
from cms.search.mirror import NodeAway
from cms.search.models import SearchDocument
from cms.search.rebuilding import mark_as_mirrored, rebuild_index, remove_orphans
from tests.cms.search.memory_node import MemoryNode

OURS, OTHERS = "20260301120000-0a1b2c", "20260301120000-backup"


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, Any]]:
    """The indices of a node with their aliases; what is deleted is gone from it."""
    alias = node.alias()
    indices: dict[str, dict[str, Any]] = {
        f"{alias}-{OURS}": {"aliases": {}},
        f"{alias}-20260401120000-ffffff": {"aliases": {alias: {}}},
        f"{alias}-{OTHERS}": {"aliases": {}},
    }

    def delete(index: list[str]) -> None:
        for name in index:
            del indices[name]

    fake = SimpleNamespace(indices=SimpleNamespace(get_alias=lambda index: SimpleNamespace(body=dict(indices)), delete=delete))
    monkeypatch.setattr(node, "builder", lambda: fake)
    return indices


def test_what_builds_have_left_is_deleted_and_nothing_else(kept: dict[str, Any]) -> None:
    left = f"{node.alias()}-{OURS}"
    assert remove_orphans() == [left] and left not in kept and len(kept) == 2
    assert remove_orphans() == []


def test_a_node_that_does_not_answer_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> Any:
        raise ConnectionTimeout("too late")

    monkeypatch.setattr(rebuilding.node, "builder", away)
    with pytest.raises(NodeAway) as told:
        rebuild_index()
    assert told.value.reason == "ConnectionTimeout"


@pytest.mark.django_db
def test_only_what_the_new_index_holds_no_longer_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    held, newer, missing = (
        SearchDocument.objects.create(kind="test", object_id=number, language="sv", group="g", audience="public", version=2)
        for number in range(3)
    )
    memory = MemoryNode(node.alias())
    memory.data["one"] = {str(held.pk): (2, {}), str(newer.pk): (1, {})}
    monkeypatch.setattr(node, "builder", lambda: memory)
    mark_as_mirrored()
    assert set(SearchDocument.objects.pending()) == {newer, missing}
