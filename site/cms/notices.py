"""What an editor should hear of what their action took along: noted where it happens, shown with the answer.

Where nobody waits for an answer (the worker, a command) nothing is kept; what matters stands in a page's history too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_heard: ContextVar[list[str] | None] = ContextVar("heard", default=None)


def note(sentence: str) -> None:
    """Say something to whoever waits for the answer; once, however often it is said."""
    heard = _heard.get()
    if heard is not None and sentence not in heard:
        heard.append(sentence)


@contextmanager
def heard() -> Iterator[list[str]]:
    """The sentences that are noted inside."""
    sentences: list[str] = []
    token = _heard.set(sentences)
    try:
        yield sentences
    finally:
        _heard.reset(token)
