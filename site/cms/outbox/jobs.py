"""The life of one job: taken for a while (the lease), begun, done outside a transaction, marked.

The lease is `not_before` moved into the future. Whoever is killed loses nothing: the job is due again when the lease ends.
An attempt is counted before the work begins, so that a job which kills its worker is set aside too.
"""

import logging
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from cms import clock
from cms.outbox.errors import described, is_database_away, place_of
from cms.outbox.models import Job
from cms.outbox.registry import GiveUp, JobKind, MailKind, Outcome, kind_named
from cms.outbox.sending import MailServerAway, send_mail

logger = logging.getLogger(__name__)

# What passes between one attempt and the next; after the last one the job is set aside.
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8))
ATTEMPTS = len(BACK_OFF) + 1
WORKER_DIED = "set aside: each attempt ended the worker"
EXPECTED = (MailServerAway, SMTPException, OSError)  # everyday troubles of a network, logged in one line
MARK_FOR = 60  # seconds in which a finished job is marked, should the database be away


def lease() -> timedelta:
    """How long a job belongs to the worker that took it."""
    return timedelta(seconds=settings.GENSVAR_OUTBOX_LEASE)


def take(limit: int, kinds: Collection[str]) -> list[Job]:
    """The next due jobs of these kinds, urgent ones first, then the longest due; they are this worker's until the lease ends."""
    if not Job.objects.due(clock.read()).filter(kind__in=kinds).exists():
        return []  # asked without a lock: an idle worker keeps no writer waiting
    with transaction.atomic():
        now = clock.read()
        due = Job.objects.due(now).filter(kind__in=kinds).order_by("not_before", "pk")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        jobs = list(due.filter(urgent=True)[:limit]) or list(due.filter(urgent=False)[:limit])
        _move(jobs, now + lease())
    return jobs


def give_back(jobs: list[Job]) -> None:
    """Let jobs that were taken but not begun wait again, due at once."""
    for job in jobs:
        _own(job).update(not_before=clock.read())


@contextmanager
def due_along(job: Job, limit: int, **same: Any) -> Iterator[list[Job]]:
    """Other due jobs of a job's kind that are nobody's, to be done with it; marked as done where nothing was raised.

    Whoever takes one meanwhile does it once more: for jobs that may be done twice.
    """
    read_at = clock.read()
    jobs = list(Job.objects.due(read_at).filter(kind=job.kind, **same).exclude(pk=job.pk).order_by("not_before", "pk")[:limit])
    yield jobs
    still_nobodys = Job.objects.due(read_at).filter(pk__in=[other.pk for other in jobs])
    still_nobodys.update(state=Job.State.DONE, finished_at=clock.read())


def do(job: Job, *, raising: bool = False) -> bool:
    """Begin, act and mark; False when the job was not this worker's any more. Lets only MailServerAway and a lost database through."""
    with clock.request():
        if not _begin(job):
            return False
        try:
            outcome = _act(job)
        except MailServerAway as away:
            _wait_for_mail_server(job, away)
            raise
        except GiveUp as refusal:
            _finish(job, Job.State.FAILED, refusal.reason)
        except Exception as error:
            if raising or is_database_away(error):
                raise
            _retry_later(job, error)
        else:
            _finish(job, Job.State(outcome.value))
    return True


def _begin(job: Job) -> bool:
    """Count the attempt and renew the lease, if the job is still this worker's."""
    if job.attempts >= ATTEMPTS:
        _finish(job, Job.State.FAILED, WORKER_DIED)
        return False
    until = clock.now() + lease()
    if not _own(job).update(attempts=F("attempts") + 1, not_before=until):
        return False
    job.attempts += 1
    job.not_before = until
    return True


def _act(job: Job) -> Outcome:
    kind = kind_named(job.kind)
    if isinstance(kind, MailKind):
        return send_mail(job, kind)
    if isinstance(kind, JobKind):
        return kind.run(job)
    raise GiveUp("no such kind of job")


def _finish(job: Job, state: str, reason: str = "") -> None:
    kind = kind_named(job.kind)
    wiped: dict[str, Any] = {"payload": {}} if isinstance(kind, MailKind) and kind.forgets else {}
    _mark(job, state=state, finished_at=clock.now(), error=reason[:200], **wiped)
    if state == Job.State.FAILED:
        logger.error("Job %s (%s) failed: %s", job.pk, job.kind, reason)


def _retry_later(job: Job, error: Exception) -> None:
    """Let the job wait for the next step of the back-off, with the kind of the error, never its words, which may be a person's."""
    reason = error.reason[:200] if isinstance(error, MailServerAway) else described(error)
    if job.attempts >= ATTEMPTS:
        _finish(job, Job.State.FAILED, reason)
        return
    where = "" if isinstance(error, EXPECTED) else f"\n{place_of(error)}"
    logger.warning("Job %s (%s) will be tried again: %s%s", job.pk, job.kind, reason, where)
    _mark(job, not_before=clock.read() + BACK_OFF[job.attempts - 1], error=reason)


def _wait_for_mail_server(job: Job, away: MailServerAway) -> None:
    if away.blames_letter:
        _retry_later(job, away)
    else:
        _mark(job, not_before=clock.read(), attempts=job.attempts - 1, error=away.reason[:200])


def _mark(job: Job, **values: Any) -> None:
    """Write how it went. What is done must be known as done: the database may come back within a minute."""
    until = time.monotonic() + MARK_FOR
    while True:
        try:
            Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(**values)
            return
        except DatabaseError as error:
            if not is_database_away(error) or time.monotonic() > until:
                raise
            connection.close()
            time.sleep(1)


def _move(jobs: list[Job], until: Any) -> None:
    Job.objects.filter(pk__in=[job.pk for job in jobs]).update(not_before=until)
    for job in jobs:
        job.not_before = until


def _own(job: Job) -> Any:
    """The job's row, as long as it is leased to whoever holds this object."""
    return Job.objects.filter(pk=job.pk, state=Job.State.WAITING, not_before=job.not_before)
