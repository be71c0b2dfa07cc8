"""Sections of the start page: open dialogues, outcomes, what waits for an answer, the field for a code."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from cms import clock
from cms.plugins.home_sections import home_sections
from participation.choices import OutcomeStep
from participation.models import DialoguePage
from tests.factories import (
    DialogueFactory,
    OutcomeFactory,
    UserFactory,
    translated,
)

pytestmark = pytest.mark.django_db


# Sections of the start page


def drawn(name: str, language: str = "en") -> str:
    section = home_sections.get(name)
    assert section is not None
    with translation.override(language):
        request: HttpRequest = RequestFactory().get("/")
        request.user = UserFactory()
        context = section.context(request)
        return "" if context is None else render_to_string(section.template, context, request)


def test_open_dialogues_come_with_the_one_that_closes_first(site_tree: Any) -> None:
    DialogueFactory(open=True, title="Öppen")
    DialogueFactory(upcoming=True, title="Kommande")
    html = drawn("participation_open")
    assert "Öppen" in html
    assert "Kommande" not in html
    assert f'href="{site_tree.index.url}"' in html


def test_where_nothing_is_open_the_next_ones_are_told(site_tree: Any) -> None:
    DialogueFactory(upcoming=True, title="Kommande")
    html = drawn("participation_open")
    assert "Nothing is open right now." in html
    assert "Kommande" in html


def test_the_latest_outcomes_are_told_in_the_sentence_of_their_editor(site_tree: Any) -> None:
    for number in range(4):
        dialogue = DialogueFactory(closed=True, title=f"Dialog {number}")
        words = {"in_one_sentence": f"{number} ville ha en damm. Det blev två."} if number != 2 else {"in_one_sentence": ""}
        OutcomeFactory(dialogue=dialogue, answered_on=clock.today() - timedelta(days=10 - number), **words)
    OutcomeFactory(dialogue=DialogueFactory(closed=True, title="Bara sagt"), step=OutcomeStep.SAID)
    html = drawn("participation_outcomes", "sv")
    assert re.findall(r'card__title"><a [^>]*>([^<]+)', html) == ["Dialog 3", "Dialog 2", "Dialog 1"]
    assert re.findall(r'outcome-card__became">([^<]+)', html) == [
        "3 ville ha en damm. Det blev två.",
        "Många skrev om farten.",
        "1 ville ha en damm. Det blev två.",
    ]


def test_an_outcome_is_told_in_the_readers_language_where_it_is_written(site_tree: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    outcome = OutcomeFactory(dialogue=dialogue)
    translated(dialogue, title="School ways")
    copy = translated(outcome)
    assert 'lang="sv">Många ville ha lägre fart' in drawn("participation_outcomes")
    copy.introduction = "Many wrote about speed."
    copy.save()
    html = drawn("participation_outcomes")
    assert f'href="{copy.url}"' in html
    assert 'outcome-card__became">Many wrote about speed.' in html
    assert "School ways" in html


def test_what_waits_for_an_answer_stands_there_the_most_overdue_first(site_tree: Any) -> None:
    DialogueFactory(closed=True, title="Väntar")
    DialogueFactory(overdue=True, title="Försenad")
    assert re.findall(r'card__title"><a [^>]*>([^<]+)', drawn("participation_waiting", "sv")) == ["Försenad", "Väntar"]
    DialoguePage.objects.update(live=False)
    assert drawn("participation_waiting") == ""
    assert drawn("participation_outcomes") == ""


def test_the_code_field_is_a_get_form(site_tree: Any) -> None:
    html = drawn("participation_code")
    assert 'method="get"' in html
    assert 'name="kod"' in html
