"""Work off the outbox in a test, in the test's own process and transaction."""

from django.core import mail

from cms import clock
from cms.outbox import jobs
from cms.outbox.models import Job
from cms.outbox.registry import job_kinds, mail_kinds, sweeps
from cms.outbox.sweeping import run_sweep

SEARCH = "search."
# What is written down for the search and drawn for sharing waits: `tests.search_tools.settle`, `participation.sharing.images` do that.
LATER = (SEARCH, "participation.share_images", "participation.draw_share_image")


def work_off(*, sweep: bool = True, raising: bool = True) -> list[mail.EmailMessage]:
    """Run every sweep and every job that is due by `cms.clock`, until nothing is; returns the mails sent so far (`mail.outbox`).

    An error in a job or sweep reaches the test, unless `raising` is False: then it is handled as the worker does. What is written
    down for the search waits: `tests.search_tools.settle` does that.
    """
    if sweep:
        for each in sweeps:
            if not each.name.startswith(LATER):
                run_sweep(each, raising=raising)
    kinds = [kind.name for kind in (*job_kinds, *mail_kinds) if not kind.name.startswith(LATER)]
    while taken := jobs.take(100, kinds):
        for job in taken:
            jobs.do(job, raising=raising)
    return mail.outbox


def waiting() -> list[Job]:
    """The jobs that are due now, oldest first."""
    return list(Job.objects.due(clock.now()).exclude(kind__startswith=SEARCH).exclude(kind__in=LATER).order_by("not_before", "pk"))
