"""A poll is found by its question and its options."""

from typing import Any

import pytest

from cms.demo.translating import translate
from participation.methods.poll.models import PollPage
from tests.factories import ParticipantFactory, UserFactory, translated
from tests.participation.methods.poll.polls import PollFactory, choose
from tests.search_tools import settle, titles, write_everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_a_poll_is_found_by_its_words_and_gone_when_it_is_unpublished() -> None:
    poll = PollFactory(title="Lekparken", question="Vilken lekutrustning?", options=("Klätterställning", "Linbana"))
    choose(poll, ParticipantFactory(), "Linbana")
    write_everything()
    assert titles("klätterställning") == titles("lekutrustning") == ["Lekparken"]
    poll.save_revision().publish()
    settle()
    PollPage.objects.get(pk=poll.pk).unpublish()
    settle()
    assert titles("klätterställning") == []


def test_it_goes_with_its_dialogue() -> None:
    poll = PollFactory(title="Lekparken", options=("Klätterställning", "Linbana"))
    write_everything()
    poll.dialogue.view_restrictions.create(restriction_type="groups")
    settle()
    assert titles("klätterställning") == []


def test_a_translator_translates_question_and_options(site_tree: Any) -> None:
    poll = PollFactory(title="Lekparken", question="Vad vill du ha?", introduction="", options=("Gunga", "Linbana"))
    poll.save_revision().publish()
    translated(poll.dialogue, title="The playground")
    words = {"Lekparken": "The playground", poll.slug: "playground", "Vad vill du ha?": "What do you want?"}
    english = translate(poll, words | {"Gunga": "A swing", "Linbana": "A zip line"}, UserFactory(admin=True)).specific
    assert [row.text for row in english.options.all()] == ["A swing", "A zip line"]
    assert {row.translation_key for row in english.options.all()} == {row.translation_key for row in poll.options.all()}
    assert english.phase_key == poll.phase_key and english.voters == poll.voters
    write_everything()
    assert titles("zip line") == ["The playground"]
