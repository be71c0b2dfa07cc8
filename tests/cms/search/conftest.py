"""A node for one test, one of our own that may be stopped and frozen, and a dialogue with a word that stands nowhere else."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from cms.organisation.models import TargetGroup
from cms.search.registry import Entry, FacetLabel, Findable, SearchFacet, Shown, findables, search_facets
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


@pytest.fixture
def groups() -> Iterator[Findable]:
    """Target groups as something to be found, narrowed by the number of letters."""

    def described(rows: Any) -> dict[int, list[Entry]]:
        return {row.pk: [_entry(row)] for row in rows}

    findable = Findable(
        name="test.groups",
        label="Målgrupp",
        rows=TargetGroup.objects.all,
        describe=described,
        visible=lambda pks, person: TargetGroup.objects.filter(is_active=True).in_bulk(pks),
        show=lambda rows, request: {row.pk: Shown(f"/grupp/{row.slug}/") for row in rows},
    )
    facet = SearchFacet(
        "letters",
        "Bokstäver",
        labels=lambda values: {value: FacetLabel(value, value) for value in values},
        read=lambda slugs: {slug: slug for slug in slugs if slug.isdecimal()},
    )
    findables.register(findable)
    search_facets.register(facet)
    yield findable
    findables.unregister(findable.name)
    search_facets.unregister(facet.name)


def _entry(row: TargetGroup) -> Entry:
    facets = {"type": ["test.groups"], "letters": [str(len(row.name))]}
    return Entry(language="sv", title=row.name, text=row.helps, group=f"test.groups:{row.pk}", facets=facets)
