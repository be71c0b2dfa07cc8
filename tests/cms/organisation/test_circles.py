"""Rows that go on as others never go on as themselves."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.urls import reverse

from cms.organisation.models import Body, Place
from tests.factories import AdministrationFactory, BodyFactory, PlaceFactory, TopicFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client_of: Any, site_tree: Any) -> Client:
    return client_of(UserFactory(admin=True))


@pytest.mark.parametrize("make", [BodyFactory, AdministrationFactory])
def test_a_successor_never_leads_back(make: Any) -> None:
    first, second, third = make.create_batch(3)
    first.successors.add(second)
    second.successors.add(third)
    for heirs in ([first], [third], [second]):
        with pytest.raises(ValidationError), transaction.atomic():
            third.successors.set(heirs)
    assert list(third.successors.all()) == []


def test_the_form_says_why(admin: Client) -> None:
    old, new = BodyFactory(name="Fritidsnämnden"), BodyFactory(name="Kulturnämnden")
    old.successors.add(new)
    url = reverse(Body.snippet_viewset.get_url_name("edit"), args=[new.pk])
    given = {"name": new.name, "slug": new.slug, "kind": new.kind, "privacy_notice": "null", "privacy_notice_en": "null"}
    response = admin.post(url, given | {"successors": [old.pk]})
    assert "kan inte fortsätta som" in response.content.decode()
    assert list(new.successors.all()) == []


def test_a_place_is_never_part_of_itself() -> None:
    big, small = PlaceFactory.create_batch(2)
    small.merged_into = big
    small.full_clean()
    small.save()
    big.merged_into = Place.objects.get(pk=small.pk)
    with pytest.raises(ValidationError) as refused:
        big.full_clean()
    assert "merged_into" in refused.value.message_dict


@pytest.mark.parametrize("make", [PlaceFactory, TopicFactory])
def test_no_circle_is_saved_by_any_road(make: Any) -> None:
    first, second, third = make.create_batch(3)
    for part, whole in ((first, second), (second, third)):
        part.merged_into = whole
        part.save()
    for whole in (first, second, third):
        third.merged_into = whole
        with pytest.raises(ValidationError) as refused:
            third.save()
        assert "merged_into" in refused.value.message_dict
    third.refresh_from_db()
    assert third.merged_into is None
