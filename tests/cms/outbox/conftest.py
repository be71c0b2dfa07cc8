"""Kinds of jobs and mails for one test, and what they were called with."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cms.outbox.registry import JobKind, Letter, MailKind, Outcome, job_kinds, mail_kinds, sweeps


@pytest.fixture(autouse=True)
def _no_daily_check() -> Iterator[None]:
    """A new worker begins the search's daily comparison, whose jobs are none of these tests'."""
    sweep = sweeps.get("search.check")
    sweeps.unregister("search.check")
    yield
    sweeps.register(sweep)  # type: ignore[arg-type]


@pytest.fixture
def job_kind() -> Iterator[Callable[..., JobKind]]:
    """Register a kind of job while the test lasts."""
    names: list[str] = []

    def register(run: Callable[..., Any] = lambda job: Outcome.DONE, name: str = "test.job", **fields: Any) -> JobKind:
        names.append(name)
        return job_kinds.register(JobKind(name, "A test", run, **fields))

    yield register
    for name in names:
        job_kinds.unregister(name)


@pytest.fixture
def mail_kind() -> Iterator[Callable[..., MailKind]]:
    """Register a kind of mail while the test lasts; without `compose` it writes to payload["to"] with payload["subject"]."""
    names: list[str] = []

    def register(compose: Callable[..., Any] | None = None, name: str = "test.mail", **fields: Any) -> MailKind:
        names.append(name)
        return mail_kinds.register(MailKind(name, "A test mail", compose or plain_letter, **fields))

    yield register
    for name in names:
        mail_kinds.unregister(name)


def plain_letter(payload: dict[str, Any]) -> Letter:
    return Letter(to=payload.get("to", "astrid@example.org"), subject=payload.get("subject", "Hej"), text="Hej!\n")
