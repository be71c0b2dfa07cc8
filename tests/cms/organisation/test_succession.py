"""Who carries on what in the organisation."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from cms.organisation.actions import merge_topics
from cms.organisation.models import Administration, Body, Place, Topic
from cms.organisation.succession import merged_pairs, succeeded_pairs
from tests.factories import AdministrationFactory, BodyFactory, PlaceFactory, TopicFactory

pytestmark = pytest.mark.django_db


def test_merged_topics_and_places_lead_to_what_they_are_part_of() -> None:
    old, new = TopicFactory.create_batch(2)
    assert merged_pairs(Topic) == []
    merge_topics(old, new)
    small, big = PlaceFactory.create_batch(2)
    Place.objects.filter(pk=small.pk).update(merged_into=big)
    assert (merged_pairs(Topic), merged_pairs(Place)) == ([(old.pk, new.pk)], [(small.pk, big.pk)])


@pytest.mark.parametrize(("make", "model"), [(BodyFactory, Body), (AdministrationFactory, Administration)])
@pytest.mark.parametrize(("last_day", "has_ended"), [(None, True), (-1, True), (0, False), (30, False)])
def test_a_successor_takes_over_when_the_last_day_has_passed(make: Any, model: Any, last_day: int | None, has_ended: bool) -> None:
    old, new = make.create_batch(2)
    old.valid_to = None if last_day is None else clock.today() + timedelta(days=last_day)
    old.save()
    old.successors.add(new)
    assert succeeded_pairs(model) == ([(old.pk, new.pk)] if has_ended else [])
