"""Ask once in a request: what many parts of one page need to know, and what cannot change while it is rendered.

Only requests that read remember: whoever writes sees at once what was written.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Answer = TypeVar("Answer")

_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers_of_this_request", default=None)


def per_request(question: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The answer to a question; within a request that reads, `ask` is called the first time only."""
    answers = _answers.get()
    if answers is None:
        return ask()
    if question not in answers:
        answers[question] = ask()
    answer: Answer = answers[question]
    return answer


@contextmanager
def remembering() -> Iterator[None]:
    """Within it, answers are remembered."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)
