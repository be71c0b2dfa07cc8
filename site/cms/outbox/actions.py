"""Write jobs, in the transaction of their cause; try a failed one again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction

from cms import clock
from cms.batches import batches
from cms.outbox.models import Job, JobQuerySet
from cms.outbox.registry import JobKind, MailKind, kind_named, mail_kinds

BATCH = 1000

Payload = dict[str, Any]


def send_later(mail_kind: str, payload: Payload, *, dedupe_key: str | None = None, not_before: datetime | None = None) -> bool:
    """Have a mail composed and sent after the commit; False when `dedupe_key` was used before."""
    if mail_kind not in mail_kinds:
        raise ImproperlyConfigured(f"mail_kinds: there is no {mail_kind!r}; register it.")
    return enqueue(mail_kind, payload, dedupe_key=dedupe_key, not_before=not_before)


def enqueue(kind: str, payload: Payload, *, dedupe_key: str | None = None, not_before: datetime | None = None) -> bool:
    """Have a job done after the commit; False when `dedupe_key` was used before."""
    if dedupe_key is None:
        _job(_known(kind), payload, None, clock.now(), not_before).save(force_insert=True)
        return True
    if Job.objects.filter(dedupe_key=dedupe_key).exists():
        return False
    try:
        with transaction.atomic():
            _job(_known(kind), payload, dedupe_key, clock.now(), not_before).save(force_insert=True)
    except IntegrityError:  # the same cause, told by two processes at the same instant
        return False
    return True


def enqueue_many(kind: str, rows: Iterable[tuple[Payload, str | None]], *, batch: int = BATCH, not_before: datetime | None = None) -> int:
    """Have many jobs of one kind done, each a (payload, dedupe_key), a batch at a time; returns how many were new. `kind` may be a mail's."""
    known, now, written = _known(kind), clock.now(), 0
    for some in batches(rows, batch):
        jobs = [_job(known, payload, dedupe_key, now, not_before) for payload, dedupe_key in some]
        Job.objects.bulk_create(jobs, ignore_conflicts=True)
        written += Job.objects.filter(key__in=[job.key for job in jobs]).count()
    return written


def try_again(jobs: JobQuerySet) -> int:
    """Let failed jobs wait for the worker once more, with all their attempts; those whose words are gone stay failed."""
    return jobs.failed().exclude(payload={}).update(state=Job.State.WAITING, attempts=0, not_before=clock.now(), finished_at=None, error="")


def _known(kind: str) -> JobKind | MailKind:
    known = kind_named(kind)
    if known is None:
        raise ImproperlyConfigured(f"job_kinds: there is no {kind!r}; register it, or a mail of that name in mail_kinds.")
    return known


def _job(kind: JobKind | MailKind, payload: Payload, dedupe_key: str | None, now: datetime, not_before: datetime | None) -> Job:
    return Job(kind=kind.name, payload=payload, dedupe_key=dedupe_key, urgent=kind.urgent, created_at=now, not_before=not_before or now)
