"""Sweeps: each when it is due, by one worker, and an error stops nothing."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from cms import clock
from cms.outbox.actions import enqueue
from cms.outbox.models import Job, SweepRun
from cms.outbox.overview import overview
from cms.outbox.registry import Sweep, sweeps
from cms.outbox.sweeping import LEASE, run_due_sweeps
from tests.factories import DialogueFactory, day
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def sweep():
    """Register a sweep while the test lasts."""

    def register(run, every=timedelta(minutes=5)):
        return sweeps.register(Sweep("test.sweep", "A test", every, run))

    yield register
    sweeps.unregister("test.sweep")


def test_a_sweep_runs_when_it_is_due(sweep):
    ran = []
    sweep(lambda: ran.append(1) or 7)
    for minutes, times in [(0, 1), (4, 1), (5, 2), (6, 2), (30, 3)]:
        with clock.at(day(0) + timedelta(minutes=minutes)):
            run_due_sweeps()
        assert len(ran) == times
    run = SweepRun.objects.get(name="test.sweep")
    assert (run.found, run.error) == (7, "")
    assert [row.label for row in overview().sweeps if row.run == run] == ["A test"]


def test_an_error_is_written_down_and_the_others_run(sweep):
    def stumble():
        raise ValueError("Astrid Larsson")

    sweep(stumble)
    run_due_sweeps()
    assert SweepRun.objects.get(name="test.sweep").error == "ValueError"
    assert SweepRun.objects.filter(error="").count() == len(sweeps) - 1


def test_no_other_worker_begins_it_meanwhile(sweep):
    begun = []

    def run():
        begun.append(1)
        run_due_sweeps()  # as another worker would
        return 0

    sweep(run)
    run_due_sweeps()
    assert begun == [1]


def test_a_sweep_whose_worker_was_killed_is_begun_again(sweep):
    def kill():
        raise SystemExit

    sweep(kill)
    with clock.at(day(0)), pytest.raises(SystemExit):
        run_due_sweeps()
    with clock.at(day(0) + LEASE + timedelta(seconds=1)), pytest.raises(SystemExit):
        run_due_sweeps()


def test_finished_jobs_are_forgotten_after_some_days(job_kind, settings):
    job_kind()
    with clock.at(day(-settings.GENSVAR_OUTBOX_KEEP_DAYS - 1)):
        enqueue("test.job", {})
        work_off()
    enqueue("test.job", {}, not_before=day(2))
    with clock.at(day(-1)):
        enqueue("test.job", {})
    work_off()
    assert Job.objects.count() == 2


def test_what_is_scheduled_is_published_without_cron(site_tree):
    page = DialogueFactory(draft=True)
    page.go_live_at = day(-1)
    page.save_revision(approved_go_live_at=day(-1))
    work_off()
    assert Page.objects.get(pk=page.pk).live
