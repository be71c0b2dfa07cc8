"""A slug that a row had still means the row."""

import pytest
from django.test import Client

from cms.organisation.former_slugs import KINDS, present_slug, present_slugs, rows_meant
from cms.organisation.models import Body, Place, Topic
from tests.factories import BodyFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def rename(row, slug: str):
    row.slug = slug
    row.save()
    return row


def test_a_slug_that_a_row_had_means_the_row():
    place = rename(rename(PlaceFactory(slug="hamnen"), "kajen"), "piren")
    assert rows_meant(Place, ["hamnen", "kajen", "piren", "okand"]) == dict.fromkeys(["hamnen", "kajen", "piren"], place.pk)
    assert present_slugs(Place, ["okand", "kajen", "hamnen"]) == ["okand", "piren"]
    assert present_slug(Place, "hamnen") == "piren" and present_slug(Place, "okand") is None


def test_another_kind_means_nothing():
    rename(PlaceFactory(slug="hamnen"), "kajen")
    assert present_slug(Topic, "hamnen") is None


def test_the_row_that_has_a_slug_now_wins():
    rename(PlaceFactory(slug="hamnen"), "kajen")
    other = PlaceFactory(slug="hamnen")
    assert rows_meant(Place, ["hamnen"]) == {"hamnen": other.pk}
    rename(other, "bryggan")
    assert present_slug(Place, "hamnen") == "bryggan"


def test_a_row_that_is_gone_means_nothing():
    rename(PlaceFactory(slug="hamnen"), "kajen").delete()
    assert present_slug(Place, "hamnen") is None


def test_every_row_with_a_public_slug_is_remembered():
    assert {model.__name__ for model in KINDS} == {"Administration", "Body", "Place", "TargetGroup", "Topic"}


@pytest.mark.parametrize("prefix", ["/namnder", "/en/committees"])
def test_the_page_of_a_body_is_found_at_its_old_address(site_tree, prefix):
    rename(BodyFactory(slug="tekniska-namnden"), "samhallsnamnden")
    response = Client().get(f"{prefix}/tekniska-namnden/?x=1")
    assert (response.status_code, response["Location"]) == (302, f"{prefix}/samhallsnamnden/?x=1")
    assert Client().get(response["Location"]).status_code == 200
    assert Client().get(f"{prefix}/okand/").status_code == 404
    Body.objects.all().delete()
    assert Client().get(f"{prefix}/tekniska-namnden/").status_code == 404
