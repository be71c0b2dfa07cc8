"""Hand documents to the search node: those whose version is ahead of what it has. That is its queue, never longer than the table.

Versions are external, so that an older writing never overwrites a newer one, whoever comes late. While an index is being built beside the
living one, both are written to. Writing asks for the alias: a node that has lost its index makes none by itself.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings

from cms.search.engines import node
from cms.search.engines.breaker import Breaker
from cms.search.engines.mapping import indexed
from cms.search.models import SearchDocument

logger = logging.getLogger(__name__)

AT_ONCE = 200
NEWER_IS_THERE = 409

breaker = Breaker("search index", pause=15.0)


class NodeAway(Exception):
    """The node does not take what it is given; `reason` is a word for logs."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def push() -> int:
    """Hand over all documents that wait; returns how many the node has taken. What it does not take waits."""
    if not settings.ELASTICSEARCH_URL or not breaker.lets_through():
        return 0
    taken = 0
    try:
        taken = _push()
    except NodeAway as away:
        breaker.failed(away.reason)
    else:
        breaker.succeeded()
    return taken


def hand_over(rows: Sequence[SearchDocument], index: str, *, client: Any = None, require_alias: bool = True) -> None:
    """Write rows to an index or the index behind an alias. Raises NodeAway."""
    operations: list[dict[str, Any]] = []
    for row in rows:
        operations.append({"index": {"_id": str(row.pk), "version": row.version, "version_type": "external"}})
        operations.append(indexed(row))
    if not operations:
        return
    try:
        answer = (client or node.writer()).bulk(index=index, operations=operations, require_alias=require_alias)
    except node.ERRORS as error:
        raise NodeAway(node.reason_of(error)) from error
    refused = [item["index"] for item in answer["items"] if item["index"]["status"] >= 300]
    refused = [item for item in refused if item["status"] != NEWER_IS_THERE]
    if refused:
        raise NodeAway(node.named(refused[0].get("error", {}).get("type"), refused[0]["status"]))


def mark(rows: Iterable[SearchDocument]) -> None:
    """Remember which version the node has; a row that has changed meanwhile stays in the queue."""
    by_version: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        by_version[row.version].append(row.pk)
    for version, pks in by_version.items():
        SearchDocument.objects.filter(pk__in=pks, version__gte=version).update(mirrored_version=version)


def targets(client: Any = None) -> list[str]:
    """The names to write to: the index that is being built where there is one, then the living one, which may have become that one meanwhile."""
    try:
        is_building = bool((client or node.writer()).indices.exists_alias(name=node.building_alias()))
    except node.ERRORS as error:
        raise NodeAway(node.reason_of(error)) from error
    return [node.building_alias(), node.alias()] if is_building else [node.alias()]


def _push() -> int:
    waiting, taken, last = SearchDocument.objects.pending().order_by("pk"), 0, 0
    while rows := list(waiting.filter(pk__gt=last)[:AT_ONCE]):
        last = rows[-1].pk
        for name in targets():
            _hand_over_or_forget(rows, name)
        mark(rows)
        taken += len(rows)
    return taken


def _hand_over_or_forget(rows: Sequence[SearchDocument], name: str) -> None:
    """A build that has ended or was given up between two looks is nobody's loss: the living index has everything."""
    try:
        hand_over(rows, name)
    except NodeAway as away:
        if name == node.building_alias() and away.reason == node.MISSING and name not in targets():
            return
        raise
