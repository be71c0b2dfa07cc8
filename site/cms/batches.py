"""Many things, so many at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")


def batches(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """Lists of so many things, the last one perhaps shorter."""
    stream = iter(things)
    while some := list(islice(stream, size)):
        yield some
