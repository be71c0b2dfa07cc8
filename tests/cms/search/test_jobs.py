"""One job of the search takes others along: what waits is written together."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from cms.outbox.jobs import do, take
from cms.outbox.models import Job
from cms.search import checking, jobs
from cms.search.changes import WRITE, tell_changed
from cms.search.jobs import CHECK, begin_check
from cms.search.models import SearchDocument
from participation.search.contributions import CONTRIBUTION
from tests.factories import ContributionFactory, DialogueFactory
from tests.outbox_tools import work_off
from tests.search_tools import write_everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def said() -> list[Any]:
    """Three contributions with a job each, and nothing else that waits."""
    dialogue = DialogueFactory()
    work_off()
    found = [ContributionFactory(dialogue=dialogue, text=f"Mer grus på stig {number}.") for number in range(3)]
    Job.objects.all().delete()
    for row in found:
        tell_changed(CONTRIBUTION, [row.pk])
    return found


def written() -> int:
    return SearchDocument.objects.filter(kind=CONTRIBUTION).count()


def test_what_is_due_is_done_with_the_first(said: list[Any]) -> None:
    [job] = take(1, [WRITE])
    assert do(job, raising=True)
    assert written() == 3
    assert not Job.objects.waiting().exists()


def test_what_another_worker_has_taken_is_left_to_it(said: list[Any]) -> None:
    mine, theirs = take(1, [WRITE]), take(1, [WRITE])
    do(mine[0], raising=True)
    assert [job.pk for job in Job.objects.waiting()] == [theirs[0].pk]
    assert written() == 2


def test_what_was_taken_meanwhile_is_not_marked(said: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Job] = []
    write_documents = jobs.write_documents

    def slowly(*asked: Any) -> list[int]:
        taken.extend(take(1, [WRITE]))
        return write_documents(*asked)

    [job] = take(1, [WRITE])
    monkeypatch.setattr(jobs, "write_documents", slowly)
    do(job, raising=True)
    assert [job.pk for job in Job.objects.waiting()] == [taken[0].pk]


def test_all_wait_where_one_fails(said: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_asked: Any) -> list[int]:
        raise ValueError

    monkeypatch.setattr(jobs, "write_documents", fail)
    [job] = take(1, [WRITE])
    do(job)
    assert Job.objects.waiting().count() == 3
    assert Job.objects.due(clock.read()).count() == 2


# The daily comparison


@pytest.fixture
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "PAUSE", timedelta(0))


def compare() -> int:
    """All parts of a day's comparison; returns how many jobs they were."""
    begin_check()
    done = 0
    while taken := take(1, [CHECK]):
        done += sum(do(job) for job in taken)
    return done


@pytest.mark.usefixtures("_without_pauses")
def test_everything_is_compared_part_by_part(said: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    write_everything()
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    assert SearchDocument.objects.filter(kind=CONTRIBUTION).update(title="Något annat") == 3
    jobs_of_contributions = Job.objects.filter(kind=CHECK, payload__kind=CONTRIBUTION)
    compare()
    assert [job.payload["after"] for job in jobs_of_contributions.order_by("pk")] == [0, said[1].pk, said[2].pk]
    assert not SearchDocument.objects.filter(title="Något annat").exists()


@pytest.mark.usefixtures("_without_pauses")
def test_it_begins_once_a_day(said: list[Any]) -> None:
    assert compare() > 0
    assert compare() == 0
    with clock.at(clock.now() + timedelta(days=1)):
        assert compare() > 0


@pytest.mark.usefixtures("_without_pauses")
def test_a_part_that_fails_holds_up_no_other(said: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    write_everything()
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    assert SearchDocument.objects.filter(kind=CONTRIBUTION).update(title="Något annat") == 3
    write_documents = jobs.write_documents

    def stumble(findable: Any, pks: list[int]) -> list[int]:
        if said[0].pk in pks and findable.name == CONTRIBUTION:
            raise ValueError
        return write_documents(findable, pks)

    monkeypatch.setattr(jobs, "write_documents", stumble)
    compare()
    left = SearchDocument.objects.filter(title="Något annat").values_list("object_id", flat=True)
    assert set(left) == {said[0].pk, said[1].pk}


def test_between_two_parts_there_is_time_for_others(said: list[Any]) -> None:
    begin_check()
    assert not take(1, [CHECK])
    with clock.at(clock.now() + jobs.PAUSE):
        assert take(1, [CHECK])


@pytest.mark.usefixtures("_without_pauses")
@pytest.mark.parametrize("is_behind", [False, True])
def test_what_a_waiting_job_will_write_is_no_alarm(said: list[Any], is_behind: bool, caplog: pytest.LogCaptureFixture) -> None:
    write_everything()
    SearchDocument.objects.filter(kind=CONTRIBUTION).update(title="Något annat")
    if is_behind:
        tell_changed(CONTRIBUTION, [row.pk for row in said])
    compare()
    assert ("out of step" in caplog.text) != is_behind
