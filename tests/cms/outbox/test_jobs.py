"""One job's way: leased, counted, done, tried again, set aside."""

from datetime import UTC, timedelta

import pytest
from django.db import OperationalError

from cms import clock
from cms.outbox import jobs
from cms.outbox.actions import enqueue
from cms.outbox.jobs import ATTEMPTS, BACK_OFF, WORKER_DIED
from cms.outbox.models import Job
from cms.outbox.registry import GiveUp, Outcome
from tests.factories import day
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db
KINDS = ["test.job"]


def take_and_do():
    taken = jobs.take(10, KINDS)
    for job in taken:
        jobs.do(job)
    return len(taken)


def test_a_job_is_done_once(job_kind):
    seen = []
    job_kind(lambda job: seen.append(job.payload) or Outcome.DONE)
    enqueue("test.job", {"n": 1})
    work_off()
    work_off()
    assert seen == [{"n": 1}]
    job = Job.objects.get()
    assert (job.state, job.attempts, job.error) == ("done", 1, "") and job.finished_at is not None


def test_what_is_no_longer_needed_is_dropped(job_kind):
    job_kind(lambda job: Outcome.DROPPED)
    enqueue("test.job", {})
    work_off()
    assert Job.objects.get().state == Job.State.DROPPED


def test_a_job_that_was_taken_is_due_again_when_its_lease_ends(job_kind):
    """Whoever took it was killed: nothing but time is lost."""
    job_kind()
    with clock.at(day(0)):
        enqueue("test.job", {})
        assert len(jobs.take(10, KINDS)) == 1
        assert jobs.take(10, KINDS) == []
    with clock.at(day(0) + jobs.lease() + timedelta(seconds=1)):
        assert take_and_do() == 1
    assert Job.objects.get().state == Job.State.DONE


def test_what_another_worker_has_taken_over_is_left_alone(job_kind):
    done = []
    job_kind(lambda job: done.append(job.pk) or Outcome.DONE)
    with clock.at(day(0)):
        enqueue("test.job", {})
        (slow,) = jobs.take(10, KINDS)
    with clock.at(day(0) + jobs.lease() * 2):
        (quick,) = jobs.take(10, KINDS)
        assert jobs.do(quick)
        assert not jobs.do(slow)
    assert done == [quick.pk]


def test_errors_are_tried_again_in_fixed_steps_and_then_set_aside(job_kind):
    def stumble(job):
        raise RuntimeError("Astrid Larsson, astrid@example.org")

    job_kind(stumble)
    moment = day(0).astimezone(UTC)
    with clock.at(moment):
        enqueue("test.job", {})
    for step in BACK_OFF:
        with clock.at(moment):
            assert take_and_do() == 1
        assert Job.objects.get().not_before == moment + step
        moment += step
    with clock.at(moment):
        assert take_and_do() == 1
    job = Job.objects.get()
    assert (job.state, job.attempts, job.error) == ("failed", ATTEMPTS, "RuntimeError")


def test_the_log_says_where_an_error_happened_and_not_its_words(job_kind, caplog):
    def stumble(job):
        raise RuntimeError("Astrid Larsson, astrid@example.org")

    job_kind(stumble)
    enqueue("test.job", {"to": "astrid@example.org"})
    take_and_do()
    assert "RuntimeError" in caplog.text and "test_jobs.py" in caplog.text
    assert "astrid@" not in caplog.text.replace('raise RuntimeError("Astrid Larsson, astrid@example.org")', "")


def test_giving_up_fails_at_once(job_kind):
    def refuse(job):
        raise GiveUp("no valid address")

    job_kind(refuse)
    enqueue("test.job", {})
    work_off()
    job = Job.objects.get()
    assert (job.state, job.attempts, job.error) == ("failed", 1, "no valid address")


def test_a_job_that_kills_its_worker_each_time_is_set_aside(job_kind):
    def kill(job):
        raise SystemExit

    job_kind(kill)
    moment = day(0)
    with clock.at(moment):
        enqueue("test.job", {})
    for _ in range(ATTEMPTS):
        with clock.at(moment), pytest.raises(SystemExit):
            take_and_do()
        moment += jobs.lease() + timedelta(seconds=1)
    with clock.at(moment):
        assert take_and_do() == 1
    job = Job.objects.get()
    assert (job.state, job.error) == ("failed", WORKER_DIED)


def test_jobs_behind_a_poisoned_one_keep_their_attempts(job_kind):
    def kill_first(job):
        if job.payload["n"] == 0:
            raise SystemExit
        return Outcome.DONE

    job_kind(kill_first)
    for number in range(3):
        enqueue("test.job", {"n": number})
    with pytest.raises(SystemExit):
        take_and_do()
    assert list(Job.objects.order_by("pk").values_list("attempts", flat=True)) == [1, 0, 0]


def test_a_refused_statement_is_the_jobs_error_and_a_lost_database_is_not(job_kind, monkeypatch):
    def deadlock(job):
        raise OperationalError("deadlock detected")

    job_kind(deadlock)
    enqueue("test.job", {})
    take_and_do()
    assert Job.objects.get().error == "OperationalError"
    monkeypatch.setattr(jobs, "is_database_away", lambda error: True)
    Job.objects.update(not_before=clock.now())
    with pytest.raises(OperationalError):
        take_and_do()


def test_jobs_of_a_plugin_that_is_off_wait(job_kind):
    job_kind()
    enqueue("test.job", {})
    assert jobs.take(10, ["test.other"]) == []
    assert Job.objects.get().state == Job.State.WAITING
