"""The host's own facets: the words of stored values, and the values that an address names."""

from typing import Any

import pytest
from django.utils import translation

from cms.organisation.models import Topic
from cms.search.registry import search_facets
from participation.search.pages import DIALOGUE
from tests.factories import AdministrationFactory, PlaceFactory, TopicFactory

pytestmark = pytest.mark.django_db


def facet(name: str) -> Any:
    """A facet by its name."""
    return search_facets.get(name)


@pytest.mark.parametrize("name, factory", [("administration", AdministrationFactory), ("place", PlaceFactory), ("topic", TopicFactory)])
def test_a_row_of_the_organisation_is_a_slug_in_the_address_and_a_number_in_store(name: str, factory: Any) -> None:
    row = factory()
    label = facet(name).labels({str(row.pk)})[str(row.pk)]
    assert (label.slug, label.words) == (row.slug, str(row))
    assert facet(name).read([row.slug, "finns-inte"]) == {row.slug: str(row.pk)}


def test_a_merged_topic_is_the_one_it_became() -> None:
    old, new = TopicFactory(slug="cykel"), TopicFactory(slug="trafik")
    Topic.objects.filter(pk=old.pk).update(merged_into=new)
    assert facet("topic").read(["cykel"]) == {"cykel": str(new.pk)}


def test_a_type_is_named_without_its_plugin_and_one_that_is_not_listed_is_none() -> None:
    assert facet("type").read(["dialogue", "topic"]) == {"dialogue": DIALOGUE}
    with translation.override("en"):
        assert facet("type").labels({DIALOGUE, "gone.thing"})[DIALOGUE].words == "Dialogue"
        assert "gone.thing" not in facet("type").labels({"gone.thing"})


def test_years_stand_newest_first_and_nonsense_is_none() -> None:
    labels = facet("year").labels({"2024", "2026"})
    assert sorted(labels, key=lambda value: labels[value].order) == ["2026", "2024"]
    assert facet("year").read(["2026", "1066", "20261"]) == {"2026": "2026"}


def test_only_the_languages_of_the_site_are_languages() -> None:
    assert facet("language").read(["sv", "xx"]) == {"sv": "sv"} and set(facet("language").labels({"en", "xx"})) == {"en"}
