"""The worker: sweeps what is due, works off jobs, rests; it ends after the present job when asked to."""

import logging
import time
from threading import Event

from django.db import DatabaseError, connections

from cms.outbox import jobs
from cms.outbox.models import Job
from cms.outbox.registry import job_kinds, mail_kinds
from cms.outbox.sending import MailServerAway, mailbox
from cms.outbox.sweeping import run_due_sweeps

logger = logging.getLogger(__name__)

TAKEN_AT_ONCE = 20
IDLE = 1.0  # seconds between looks at an empty table
DATABASE_PAUSE = 3.0
MAIL_PAUSES = (5.0, 15.0, 60.0)
SWEEPS_EVERY = 5.0


class Worker:
    """One process's loop; several run side by side on PostgreSQL."""

    def __init__(self) -> None:
        self.ends = Event()
        self._mail_waits_until = 0.0
        self._mail_refusals = 0
        self._swept_at = float("-inf")

    def stop(self, *_signal: object) -> None:
        """End after the present job (SIGTERM, SIGINT)."""
        self.ends.set()

    def run(self, *, until_empty: bool = False) -> None:
        """Work until asked to stop, or until nothing is due."""
        while not self.ends.is_set():
            try:
                worked = self.round()
            except DatabaseError as error:
                logger.error("The database is away: %s", type(error).__name__)
                connections.close_all()
                self.ends.wait(DATABASE_PAUSE)
                continue
            if worked:
                continue
            mailbox.close()
            if until_empty:
                return
            self.ends.wait(IDLE)
        mailbox.close()

    def round(self) -> int:
        """The sweeps that are due, then one handful of jobs; returns how many jobs were taken."""
        if time.monotonic() - self._swept_at >= SWEEPS_EVERY:
            run_due_sweeps()
            self._swept_at = time.monotonic()
        taken = jobs.take(TAKEN_AT_ONCE, self._kinds())
        for number, job in enumerate(taken):
            if self.ends.is_set():
                jobs.give_back(taken[number:])
                break
            try:
                self._do(job)
            except MailServerAway as away:
                self._pause_mail(away)
                jobs.give_back(taken[number + 1 :])
                break
        return len(taken)

    def _do(self, job: Job) -> None:
        if jobs.do(job) and job.kind in mail_kinds:
            self._mail_refusals = 0

    def _kinds(self) -> list[str]:
        """What this worker knows how to do now: jobs of plugins that are off wait, and so do mails while no server takes them."""
        kinds = [kind.name for kind in job_kinds]
        if time.monotonic() >= self._mail_waits_until:
            kinds += [kind.name for kind in mail_kinds]
        return kinds

    def _pause_mail(self, away: MailServerAway) -> None:
        pause = MAIL_PAUSES[min(self._mail_refusals, len(MAIL_PAUSES) - 1)]
        self._mail_refusals += 1
        self._mail_waits_until = time.monotonic() + pause
        logger.warning("The mail server takes nothing now (%s); mails wait %.0f s", away.reason, pause)
