"""Run the sweeps that are due, each by one worker at a time."""

import logging
import time
from datetime import timedelta

from django.db import transaction

from cms import clock
from cms.outbox.errors import described, is_database_away, place_of
from cms.outbox.models import SweepRun
from cms.outbox.registry import Sweep, sweeps

logger = logging.getLogger(__name__)

# A sweep that takes longer than this, or whose worker was killed, may be begun by another worker.
LEASE = timedelta(minutes=10)


def run_due_sweeps() -> int:
    """Run what is due; returns how many things were done. An error is logged and stops nothing."""
    swept = 0
    for sweep in sweeps:
        if _take(sweep):
            swept += run_sweep(sweep)
    return swept


def run_sweep(sweep: Sweep, *, raising: bool = False) -> int:
    """Run one sweep now and write down how it went."""
    began, error, swept = time.monotonic(), "", 0
    try:
        swept = sweep.run()
    except Exception as problem:
        if raising or is_database_away(problem):
            raise
        error = described(problem)
        logger.error("Sweep %s failed: %s\n%s", sweep.name, error, place_of(problem))
    now = clock.read()
    values = {"due_at": now + sweep.every, "ran_at": now, "took": timedelta(seconds=time.monotonic() - began)}
    SweepRun.objects.update_or_create(name=sweep.name, defaults={**values, "found": swept, "error": error})
    return swept


def _take(sweep: Sweep) -> bool:
    """Whether the sweep is due, and this worker's now."""
    now = clock.read()
    if SweepRun.objects.filter(name=sweep.name, due_at__gt=now).exists():
        return False
    with transaction.atomic():
        SweepRun.objects.bulk_create([SweepRun(name=sweep.name, due_at=now)], ignore_conflicts=True)
        due = SweepRun.objects.filter(name=sweep.name, due_at__lte=now)
        return bool(due.update(due_at=now + max(sweep.every, LEASE)))
