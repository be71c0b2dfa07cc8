"""What the admin shows of the outbox: numbers, ages and reasons, no texts, and addresses only as far as needed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, Q
from django.utils.functional import Promise

from cms import clock
from cms.outbox.models import Job, SweepRun
from cms.outbox.registry import kind_named, sweeps

WORKER_IS_LATE = timedelta(minutes=10)
SHOWN = 50


@dataclass(frozen=True)
class KindRow:
    """How many jobs of one kind wait, how many of those were tried already, and since when the longest one is due."""

    label: str | Promise
    waiting: int
    tried: int
    due_since: datetime | None


@dataclass(frozen=True)
class JobRow:
    """A job that went wrong; whom it is for, as far as one needs to know."""

    job: Job
    label: str | Promise
    to: str
    can_be_tried: bool


@dataclass(frozen=True)
class SweepRow:
    """When a sweep last ran, and how it went."""

    run: SweepRun
    label: str | Promise


@dataclass(frozen=True)
class Overview:
    """Everything on the page."""

    kinds: list[KindRow]
    tried: list[JobRow]
    failed: list[JobRow]
    can_be_tried: int
    sweeps: list[SweepRow]
    worker_seen_at: datetime | None
    worker_is_missing: bool


def overview() -> Overview:
    """The overview as it is now."""
    now = clock.now()
    seen = worker_seen_at()
    failed = Job.objects.failed().order_by("-finished_at", "-pk")
    tried = Job.objects.waiting().exclude(error="").order_by("not_before", "pk")
    return Overview(
        kinds=_kinds(now),
        tried=[_row(job) for job in tried[:SHOWN]],
        failed=[_row(job) for job in failed[:SHOWN]],
        can_be_tried=failed.exclude(payload={}).count(),
        sweeps=[SweepRow(run, _sweep_label(run.name)) for run in SweepRun.objects.order_by("name")],
        worker_seen_at=seen,
        worker_is_missing=is_missing(seen, now),
    )


def worker_seen_at() -> datetime | None:
    """When a worker last ran a sweep, which each does every minute."""
    seen: datetime | None = SweepRun.objects.aggregate(at=Max("ran_at"))["at"]
    return seen


def is_missing(seen_at: datetime | None, now: datetime) -> bool:
    """Whether no worker has shown itself for too long."""
    return seen_at is None or now - seen_at > WORKER_IS_LATE


def masked(address: str) -> str:
    """Enough of an address to know which one is meant: a…@example.org."""
    name, at, host = address.rpartition("@")
    return f"{name[:1]}…@{host}" if at else ""


def _kinds(now: datetime) -> list[KindRow]:
    rows = Job.objects.waiting().order_by("kind").values("kind")
    rows = rows.annotate(number=Count("pk"), tried=Count("pk", filter=~Q(error="")), since=Min("not_before", filter=Q(not_before__lte=now)))
    return [KindRow(_label(row["kind"]), row["number"], row["tried"], row["since"]) for row in rows]


def _label(name: str) -> str | Promise:
    """What kind of job it is, in words; its bare name when the plugin is switched off."""
    kind = kind_named(name)
    return kind.label if kind else name


def _sweep_label(name: str) -> str | Promise:
    sweep = sweeps.get(name)
    return sweep.label if sweep else name


def _row(job: Job) -> JobRow:
    return JobRow(job, _label(job.kind), masked(str(job.payload.get("to", ""))), bool(job.payload))
