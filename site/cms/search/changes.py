"""Tell the search that something has changed: a job of the outbox, written in the transaction of its cause.

What is rolled back leaves nothing; what is committed is written down by the worker, later if need be.
"""

from collections.abc import Iterable
from itertools import islice

from cms.outbox.actions import enqueue, enqueue_many

WRITE = "search.write"
WRITE_TREE = "search.write_tree"
MOST_AT_ONCE = 200


def tell_changed(kind: str, pks: Iterable[int]) -> None:
    """Have the documents of things written anew."""
    stream = iter(pks)
    parts = []
    while some := list(islice(stream, MOST_AT_ONCE)):
        parts.append(({"kind": kind, "pks": some}, None))
    if len(parts) == 1:
        enqueue(WRITE, parts[0][0])
    elif parts:
        enqueue_many(WRITE, parts)


def tell_tree_changed(path: str) -> None:
    """Have every page at and below a tree path written anew: it was moved, closed or opened."""
    enqueue(WRITE_TREE, {"path": path})
