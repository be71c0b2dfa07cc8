"""Rows in batches by their keys."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.export.keyset import in_batches
from cms.organisation.models import Place
from tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("number", "queries"), [(0, 1), (1, 1), (2, 2), (5, 3)])
def test_each_batch_is_one_query(number: int, queries: int) -> None:
    made = PlaceFactory.create_batch(number)
    with CaptureQueriesContext(connection) as captured:
        batches = list(in_batches(Place.objects.filter(pk__in=[place.pk for place in made]).order_by("-name"), 2))
    assert [row for batch in batches for row in batch] == made
    assert all(len(batch) <= 2 for batch in batches)
    assert len(captured) == (queries if number else 0)


def test_a_row_that_comes_or_goes_meanwhile_disturbs_no_other() -> None:
    first, second, third = PlaceFactory.create_batch(3)
    reading = in_batches(Place.objects.filter(pk__gte=first.pk), 1)
    assert next(reading) == [first]
    second.delete()
    last = PlaceFactory()
    assert [row for batch in reading for row in batch] == [third, last]
