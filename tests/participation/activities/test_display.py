"""A dialogue's page lists its activities with where they stand."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import DialogueFactory, translated
from tests.participation.methods.poll.polls import RIGHT, PollFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def activities_on(address: str) -> str:
    drawn = Client().get(address).content.decode()
    return drawn.partition('id="activities"')[2].partition("</section>")[0]


def test_those_that_are_open_stand_first_each_with_its_state() -> None:
    dialogue = DialogueFactory(phases=[("Först", -7, -2, [RIGHT]), ("Nu", -1, 5, [RIGHT]), ("Sedan", 6, 14, [RIGHT])])
    phases = list(dialogue.phases.all())
    for phase, title in zip(phases, ("Tidigare", "Pågående", "Kommande"), strict=True):
        PollFactory(dialogue=dialogue, title=title, phase_key=phase.translation_key)
    listed = activities_on(dialogue.url)
    assert "Delta här" in listed
    places = [listed.index(words) for words in ("Pågående", "Rösta till och med", "Kommande", "Öppnar", "Tidigare", "Stängd")]
    assert places == sorted(places)


def test_drafts_are_not_listed_and_nothing_is_said_of_none() -> None:
    dialogue = DialogueFactory(open=True)
    PollFactory(dialogue=dialogue, draft=True, title="Utkast")
    assert activities_on(dialogue.url) == ""


def test_a_reader_of_english_is_led_to_the_english_page() -> None:
    poll = PollFactory(title="Lekparken")
    english = translated(poll, title="The playground")
    listed = activities_on(english.get_parent().url)
    assert "The playground" in listed and english.url in listed and "Lekparken" not in listed


def test_a_dialogue_without_activities_costs_no_query_more(count_queries: Any) -> None:
    """Its outcome is known from its facts, so nobody looks for what else may stand below."""
    plain, answered = DialogueFactory(answered=True), DialogueFactory(answered=True)
    PollFactory(dialogue=answered)
    client = Client()
    client.get(plain.url)  # what is remembered from page to page
    assert count_queries(lambda: client.get(plain.url)) < count_queries(lambda: client.get(answered.url))
