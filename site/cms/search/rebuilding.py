"""Build the index anew beside the living one, catch up, swap in one step, remove what is left over. It may be killed at any point.

The node's aliases are the only memory of a build: whoever begins one takes the building alias, and removes what an earlier one has left.
"""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from elasticsearch import dsl

from cms import clock
from cms.search.engines import node
from cms.search.engines.mapping import SETTINGS, mapping
from cms.search.mirror import NodeAway, hand_over, mark, push
from cms.search.models import SearchDocument

AT_ONCE = 500

Progress = Callable[[int, int], None]
"""Told how many documents are written, and of how many."""


class RebuildOvertaken(Exception):
    """Somebody else has begun a build since; theirs goes on."""


def rebuild_index(progress: Progress | None = None) -> str:
    """Build the index and put it in the place of the living one; returns its name. Raises NodeAway, RebuildOvertaken."""
    try:
        name = _begin()
        _fill(name, progress or _silent)
        push()
        _swap(name)
        remove_orphans()
    except node.ERRORS as error:
        raise NodeAway(node.reason_of(error)) from error
    return name


def remove_orphans() -> list[str]:
    """Delete indices of ours that neither readers nor a build know; returns their names."""
    client = node.builder()
    orphans = [name for name, index in _indices().items() if not index["aliases"]]
    if orphans:
        client.indices.delete(index=orphans)
    return orphans


def _begin() -> str:
    """A new index under the building alias; whatever an earlier build has left is deleted."""
    client = node.builder()
    living = set(client.indices.get_alias(name=node.alias())) if client.indices.exists_alias(name=node.alias()) else set()
    left = [name for name in _indices() if name not in living]
    if left:
        client.indices.delete(index=left)
    name = f"{node.alias()}-{clock.read():%Y%m%d%H%M%S}-{uuid4().hex[:6]}"
    index = dsl.Index(name, using=client)
    index.settings(**SETTINGS | {"refresh_interval": "-1", "number_of_replicas": 0})
    index.mapping(mapping())
    index.aliases(**{node.building_alias(): {}})
    index.create()
    return name


def _fill(name: str, progress: Progress) -> None:
    """Every document as it is now; what changes meanwhile the mirror writes here too, and versions settle the order."""
    documents = SearchDocument.objects.findable().order_by("pk")
    total, written, last = documents.count(), 0, 0
    while rows := list(documents.filter(pk__gt=last)[:AT_ONCE]):
        _refuse_overtaken(name)
        hand_over(rows, name, client=node.builder(), require_alias=False)
        last, written = rows[-1].pk, written + len(rows)
        progress(written, max(total, written))


def _refuse_overtaken(name: str) -> None:
    if name not in _indices() or node.building_alias() not in _indices()[name]["aliases"]:
        raise RebuildOvertaken


def _swap(name: str) -> None:
    """Readers and writers go over at one instant; an index that took the alias's place by itself goes as well."""
    _refuse_overtaken(name)
    client = node.builder()
    client.indices.put_settings(index=name, settings={"refresh_interval": SETTINGS["refresh_interval"], "number_of_replicas": None})
    client.indices.refresh(index=name)
    living = set(client.indices.get(index=node.alias(), ignore_unavailable=True)) - {name}
    actions: list[dict[str, Any]] = [{"remove_index": {"index": old}} for old in sorted(living)]
    actions += [{"add": {"index": name, "alias": node.alias(), "is_write_index": True}}]
    actions += [{"remove": {"index": name, "alias": node.building_alias()}}]
    client.indices.update_aliases(actions=actions)
    mark_as_mirrored()


def mark_as_mirrored() -> None:
    """What the new index holds no longer waits: told apart by its version, a batch at a time."""
    waiting, last = SearchDocument.objects.pending().order_by("pk"), 0
    client = node.builder()
    while rows := list(waiting.filter(pk__gt=last)[:AT_ONCE]):
        last = rows[-1].pk
        mirrored = client.mget(index=node.alias(), ids=[str(row.pk) for row in rows], source=False)["docs"]
        versions = {int(document["_id"]): document.get("_version", 0) for document in mirrored}
        mark(row for row in rows if versions.get(row.pk, 0) >= row.version)


def _indices() -> dict[str, dict[str, dict[str, object]]]:
    """The indices that builds have made for this alias, with their aliases; another installation's are none of ours."""
    indices = node.builder().indices.get_alias(index=f"{node.alias()}-*").body
    own = re.compile(rf"{re.escape(node.alias())}-\d{{14}}-[0-9a-f]{{6}}")
    return {name: index for name, index in indices.items() if own.fullmatch(name)}


def _silent(written: int, total: int) -> None:
    """Progress that nobody looks at."""
