"""Rows of a table in batches, each found by the key that the last one ended with: memory and queries stay bounded."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

BATCH = 250


def in_batches(rows: QuerySet[Any], size: int = BATCH) -> Iterator[list[Any]]:
    """All rows in the order of their keys, which is that in which they came; what is prefetched is asked for each batch."""
    ordered = rows.order_by("pk")
    batch = list(ordered[:size])
    while batch:
        yield batch
        batch = list(ordered.filter(pk__gt=batch[-1].pk)[:size]) if len(batch) == size else []
