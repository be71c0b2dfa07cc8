"""Tell the search that something has changed: a job of the outbox, written in the transaction of its cause.

What is rolled back leaves nothing; what is committed is written down by the worker, later if need be.
"""

from collections.abc import Iterable

from cms.batches import batches
from cms.outbox.actions import enqueue

WRITE = "search.write"
WRITE_TREE = "search.write_tree"
MOST_AT_ONCE = 200


def tell_changed(kind: str, pks: Iterable[int]) -> None:
    """Have the documents of things written anew."""
    for some in batches(pks, MOST_AT_ONCE):
        enqueue(WRITE, {"kind": kind, "pks": some})


def tell_tree_changed(page: int) -> None:
    """Have a page and every page below it written anew: it was moved, closed or opened. Where it stands is asked when that is done."""
    enqueue(WRITE_TREE, {"page": page})
