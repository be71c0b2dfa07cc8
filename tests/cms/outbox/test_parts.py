"""Many rows are deleted a part at a time, and no others."""

from collections.abc import Callable
from typing import Any

import pytest

from cms import clock
from cms.outbox.models import Job
from cms.outbox.parts import delete_in_parts

pytestmark = pytest.mark.django_db


def jobs(number: int, kind: str = "old") -> None:
    Job.objects.bulk_create([Job(kind=kind, not_before=clock.now(), created_at=clock.now()) for _number in range(number)])


def test_what_is_asked_for_is_deleted_and_counted() -> None:
    jobs(7)
    jobs(2, "new")
    assert delete_in_parts(Job.objects.filter(kind="old"), 3) == 7
    assert list(Job.objects.values_list("kind", flat=True)) == ["new", "new"]


@pytest.mark.parametrize(("number", "parts"), [(3, 1), (30, 10)])
def test_a_part_is_three_queries_however_many_there_are(count_queries: Callable[[Callable[[], Any]], int], number: int, parts: int) -> None:
    jobs(number)
    assert count_queries(lambda: delete_in_parts(Job.objects.filter(kind="old"), 3)) == 3 * parts + 1
