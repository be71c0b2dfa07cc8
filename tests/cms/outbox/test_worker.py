"""The loop: it ends when asked to, after the present job, and outlives its database."""

import pytest
from django.core.management import call_command
from django.db import OperationalError

from cms import clock
from cms.outbox.actions import enqueue
from cms.outbox.models import Job
from cms.outbox.registry import Outcome
from cms.outbox.worker import Worker

pytestmark = pytest.mark.django_db


def test_it_ends_when_nothing_is_due(job_kind):
    job_kind()
    for number in range(45):
        enqueue("test.job", {"n": number})
    call_command("run_worker", "--until-empty", "--nice=0")
    assert Job.objects.waiting().count() == 0


def test_asked_to_end_it_finishes_the_present_job_and_gives_the_others_back(job_kind):
    worker = Worker()
    job_kind(lambda job: worker.stop() or Outcome.DONE)
    for number in range(3):
        enqueue("test.job", {"n": number})
    worker.run()
    assert sorted(Job.objects.values_list("state", "attempts")) == [("done", 1), ("waiting", 0), ("waiting", 0)]
    assert Job.objects.due(clock.now()).count() == 2


def test_it_outlives_its_database(job_kind, monkeypatch):
    job_kind()
    enqueue("test.job", {})
    worker = Worker()
    monkeypatch.setattr("cms.outbox.worker.DATABASE_PAUSE", 0)
    monkeypatch.setattr("cms.outbox.worker.connections.close_all", lambda: None)
    rounds = iter([OperationalError("gone"), OperationalError("gone")])
    work = worker.round

    def round_of_a_bad_day():
        error = next(rounds, None)
        if error:
            raise error
        return work()

    monkeypatch.setattr(worker, "round", round_of_a_bad_day)
    worker.run(until_empty=True)
    assert Job.objects.get().state == Job.State.DONE
