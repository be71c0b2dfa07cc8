"""How results are narrowed: what the address asks for, what may be chosen, what was left out."""

import pytest
from django.http import QueryDict

from cms.search.narrowing import MOST_OFFERED, MOST_VALUES, FacetOptions, Narrowing, facets_in_order, read_narrowing
from cms.search.registry import FacetLabel, SearchFacet
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db

LETTERS = SearchFacet(
    "letters",
    "Bokstäver",
    labels=lambda values: {value: FacetLabel(f"s{value}", value) for value in values},
    read=lambda slugs: {slug: slug.removeprefix("s") for slug in slugs if slug.startswith("s")},
)


def options(counts: dict[str, int], *chosen: str) -> FacetOptions:
    return FacetOptions(LETTERS, LETTERS.labels({*counts, *chosen}), counts, frozenset(chosen))


def test_the_address_is_read_and_what_does_not_exist_is_told() -> None:
    topic = TopicFactory(slug="trafik")
    narrowing = read_narrowing(QueryDict("topic=trafik&topic=trafik&topic=kanarie&year=2026&strange=1"))
    assert narrowing.chosen == {"topic": {str(topic.pk)}, "year": {"2026"}} and narrowing.ignored == ("kanarie",)
    many = QueryDict("&".join(f"year={1900 + number}" for number in range(MOST_VALUES + 5)))
    assert len(read_narrowing(many).chosen["year"]) == MOST_VALUES


def test_a_facet_with_one_value_offers_no_choice_unless_it_is_chosen() -> None:
    assert "year" not in Narrowing().options({"year": {"2026": 3}})
    assert "year" in Narrowing().options({"year": {"2026": 3, "2025": 1}})
    assert "year" in Narrowing({"year": frozenset({"2026"})}).options({})


def test_the_chosen_values_are_shown_and_of_the_others_the_most_frequent() -> None:
    counts = {f"{number:02}": number for number in range(MOST_OFFERED + 5)}
    slugs = [slug for slug, _words in options(counts, "00").choices()]
    assert "s00" in slugs and "s01" not in slugs and len(slugs) == MOST_OFFERED + 1
    assert slugs == sorted(slugs), "in the order of their words"
    assert ("s16", "16 (16)") in options(counts).choices()


def test_one_value_is_taken_away_under_whatever_name_it_was_asked_for() -> None:
    chosen = options({}, "1", "2")
    assert chosen.without(["s1", "s2", "okänd"], "1") == ["s2", "okänd"]
    assert list(chosen.chosen_labels()) == ["1", "2"]


def test_facets_of_all_plugins_stand_in_one_order() -> None:
    orders = [facet.order for facet in facets_in_order()]
    assert orders == sorted(orders) and {"type", "state", "year"} <= {facet.name for facet in facets_in_order()}
