"""The table of jobs, and when each sweep is next due."""

import uuid
from datetime import datetime, timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class JobQuerySet(models.QuerySet["Job"]):
    """Queries of jobs by their state."""

    def waiting(self) -> "JobQuerySet":
        return self.filter(state=Job.State.WAITING)

    def due(self, at: datetime) -> "JobQuerySet":
        return self.waiting().filter(not_before__lte=at)

    def failed(self) -> "JobQuerySet":
        return self.filter(state=Job.State.FAILED)

    def finished_before(self, at: datetime) -> "JobQuerySet":
        return self.exclude(state=Job.State.WAITING).filter(finished_at__lt=at)


class Job(models.Model):
    """Something to do after the commit. `not_before` is also the lease: a worker that takes a job moves it into the future."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        DROPPED = "dropped", _("No longer needed")
        FAILED = "failed", _("Failed")

    kind = models.CharField(_("kind"), max_length=80)
    # References and plain values, never texts of people.
    payload = models.JSONField(_("what it is about"), default=dict, encoder=DjangoJSONEncoder)
    dedupe_key = models.CharField(_("key of its cause"), max_length=200, null=True, blank=True)
    urgent = models.BooleanField(_("urgent"), default=False)
    not_before = models.DateTimeField(_("not before"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    created_at = models.DateTimeField(_("created"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    error = models.CharField(_("error"), max_length=200, blank=True)
    key = models.UUIDField(_("key"), default=uuid.uuid4, unique=True, editable=False)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            # What happens once has one job, however many processes write it at the same instant.
            models.UniqueConstraint(fields=["dedupe_key"], name="outbox_job_once"),
        ]
        indexes = [
            models.Index(fields=["urgent", "not_before", "id"], name="outbox_job_due", condition=models.Q(state="waiting")),
            models.Index(fields=["state", "finished_at"], name="outbox_job_finished", condition=~models.Q(state="waiting")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"


class SweepRun(models.Model):
    """When a sweep is next due and how it went last. A worker that runs it moves `due_at` first, so that no other one does."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    due_at = models.DateTimeField(_("due"))
    ran_at = models.DateTimeField(_("last run"), null=True, blank=True)
    took = models.DurationField(_("took"), default=timedelta)
    found = models.PositiveIntegerField(_("found"), default=0)
    error = models.CharField(_("error"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("sweep")
        verbose_name_plural = _("sweeps")

    def __str__(self) -> str:
        return self.name
