"""What is written while something else happens to the index is not lost, and what was taken back does not return."""

from collections.abc import Iterator
from typing import Any

import pytest

from cms.search import mirror
from cms.search.audience import Audience
from cms.search.checking import fill_gaps
from cms.search.engines import node
from cms.search.models import SearchDocument
from cms.search.registry import findables
from cms.search.writing import write_documents
from participation.search.pages import DIALOGUE
from tests.cms.search.memory_node import MemoryNode
from tests.factories import DialogueFactory
from tests.search_tools import reset_breakers

pytestmark = pytest.mark.django_db


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[MemoryNode]:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    found = MemoryNode(node.alias())
    for name in ("writer", "builder"):
        monkeypatch.setattr(node, name, lambda: found)
    reset_breakers()
    yield found
    reset_breakers()


@pytest.fixture
def dialogue(memory: MemoryNode) -> Any:
    page = DialogueFactory(title="Kanariefågel", slug="kanarie")
    write_and_push(page)
    return page


def write_and_push(page: Any) -> None:
    write_documents(findables.get(DIALOGUE), [page.pk])  # type: ignore[arg-type]
    mirror.push()


def row_of(page: Any) -> SearchDocument:
    return SearchDocument.objects.get(kind=DIALOGUE, object_id=page.pk)


def take_back(page: Any) -> None:
    page.live = False
    page.save()


def test_what_is_taken_back_while_a_new_index_takes_over_is_gone_from_it(memory: MemoryNode, dialogue: Any) -> None:
    memory.data["two"] = dict(memory.data["one"])
    memory.aliases[node.building_alias()] = "two"

    def swap() -> None:
        memory.aliases[node.alias()] = memory.aliases.pop(node.building_alias())
        del memory.data["one"]

    for call in mirror.targets():
        memory.between["bulk", call] = swap if call == node.building_alias() else lambda: None
    take_back(dialogue)
    write_and_push(dialogue)
    row = row_of(dialogue)
    version, document = memory.data["two"][str(row.pk)]
    assert (version, document["audience"]) == (row.version, Audience.REMOVED)


def test_a_check_does_not_bring_back_what_is_taken_back_meanwhile(memory: MemoryNode, dialogue: Any) -> None:
    def meanwhile() -> None:
        take_back(dialogue)
        write_and_push(dialogue)

    memory.between["mget", node.alias()] = meanwhile
    fill_gaps(0)
    row = row_of(dialogue)
    assert memory.data["one"][str(row.pk)][1]["audience"] == Audience.REMOVED
    assert fill_gaps(0)[0] == 0


def test_a_check_overtakes_an_index_that_is_ahead(memory: MemoryNode, dialogue: Any) -> None:
    row = row_of(dialogue)
    memory.data["one"][str(row.pk)] = (99, {"audience": "public", "title": "Spöke"})
    assert fill_gaps(0)[0] == 1
    assert memory.data["one"][str(row.pk)][0] == row_of(dialogue).version == 100
    assert memory.data["one"][str(row.pk)][1]["audience"] == Audience.PUBLIC
