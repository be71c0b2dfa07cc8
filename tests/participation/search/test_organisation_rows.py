"""Bodies, topics and places in the search: in each language that they have a name in, while they may be chosen."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import translation

from cms.organisation.models import Body, Place, Topic
from participation.search.organisation_rows import BODY, PLACE, TOPIC, is_chosen, named_findable, show_filters
from tests.factories import BodyFactory, PlaceFactory, TopicFactory, translated

pytestmark = pytest.mark.django_db


def topics() -> Any:
    return named_findable(TOPIC, "Topic", Topic, listed=False, order=1)


def url_of(topic: Topic, rf: Any) -> str:
    """Where a topic leads somebody who asks now."""
    request = rf.get("/")
    request.user = AnonymousUser()
    return show_filters(TOPIC, [topic], request)[topic.pk].url


def test_a_row_is_written_down_in_each_language_that_it_has_a_name_in() -> None:
    both, swedish = TopicFactory(name="Trafik", name_en="Traffic"), TopicFactory(name="Skola")
    told = topics().describe([both, swedish])
    assert [(entry.language, entry.title) for entry in told[both.pk]] == [("sv", "Trafik"), ("en", "Traffic")]
    assert [(entry.language, entry.title) for entry in told[swedish.pk]] == [("sv", "Skola")]
    assert {entry.group for entry in told[both.pk]} == {f"{TOPIC}:{both.pk}"}


def test_what_was_merged_or_ended_is_neither_found_nor_shown() -> None:
    new, ended = TopicFactory(), TopicFactory(is_active=False)
    merged = TopicFactory(merged_into=new)
    rows = [new, ended, merged]
    assert [is_chosen(row) for row in rows] == [True, False, False]
    assert set(topics().describe(rows)) == set(topics().visible([row.pk for row in rows], AnonymousUser())) == {new.pk}


def test_a_body_is_found_by_its_abbreviation_and_leads_to_its_page(rf: Any) -> None:
    body = BodyFactory(name="Tekniska servicenämnden", abbreviation="TSN", slug="tsn")
    findable = named_findable(BODY, "Body", Body, listed=True, order=1)
    entry = findable.describe([body])[body.pk][0]
    assert "TSN" in entry.text and entry.facets["body"] == [str(body.pk)]
    assert findable.show([body], rf.get("/"))[body.pk].url == reverse("participation:body", args=["tsn"])


def test_a_place_leads_to_its_page(rf: Any) -> None:
    place = PlaceFactory(name="Alstad")
    findable = named_findable(PLACE, "Place", Place, listed=True, order=1)
    assert findable.describe([place])[place.pk][0].title == "Alstad"
    assert findable.show([place], rf.get("/"))[place.pk].url == "/orter/alstad/"


def test_a_topic_leads_to_the_list_of_its_dialogues_in_the_readers_language(site_tree: Any, rf: Any) -> None:
    topic = TopicFactory(slug="trafik")
    swedish = f"{site_tree.index.get_url()}?topic=trafik"
    with translation.override("en"):
        assert url_of(topic, rf) == swedish, "where there is no English list"
    english = translated(site_tree.index)
    with translation.override("en"):
        assert url_of(topic, rf) == f"{english.get_url()}?topic=trafik"
    assert url_of(topic, rf) == swedish
