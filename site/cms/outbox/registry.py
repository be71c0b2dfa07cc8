"""What the worker can do: kinds of jobs, kinds of mails and sweeps, registered by the host and by plugins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

from cms.plugins.registry import Registry

if TYPE_CHECKING:
    from cms.outbox.models import Job


class Outcome(Enum):
    """How a job ended: it did its work, or there was nothing to do any more."""

    DONE = "done"
    DROPPED = "dropped"


class GiveUp(Exception):
    """Trying again would not help; `reason` is stored and shown, so it holds nothing of a person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class JobKind:
    """Work to be done after the commit.

    `run(job)` is called outside a transaction, perhaps more than once, and asks again whether its cause still holds. Any
    exception means “try again later”, GiveUp means “never”. An urgent kind goes before all others.
    """

    name: str
    label: str | Promise
    run: Callable[[Job], Outcome]
    urgent: bool = False


@dataclass(frozen=True)
class Letter:
    """One mail to one person, in that person's language."""

    to: str
    subject: str
    text: str
    html: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    language: str = "sv"


@dataclass(frozen=True)
class MailKind:
    """A mail that is composed when it is sent.

    `compose(payload)` checks visibility and consent again; None means that the mail is no longer to be sent. `forgets` wipes
    the payload as soon as the job is finished, for the few mails whose words or keys cannot be composed late.
    """

    name: str
    label: str | Promise
    compose: Callable[[dict[str, Any]], Letter | None]
    urgent: bool = False
    forgets: bool = False


@dataclass(frozen=True)
class Sweep:
    """What the worker looks for by state or by time; idempotent, and only one worker at a time runs it.

    `run()` returns how many things it did.
    """

    name: str
    label: str | Promise
    every: timedelta
    run: Callable[[], int]


job_kinds: Registry[JobKind] = Registry("job_kinds", JobKind)
mail_kinds: Registry[MailKind] = Registry("mail_kinds", MailKind)
sweeps: Registry[Sweep] = Registry("sweeps", Sweep)


def kind_named(name: str) -> JobKind | MailKind | None:
    """The kind of a job, or None when its plugin is switched off. Mails are jobs too: they share the names."""
    return job_kinds.get(name) or mail_kinds.get(name)
