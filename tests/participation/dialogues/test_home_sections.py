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
from participation.choices import AnswerKind, OutcomeStep
from participation.models import DialoguePage, OutcomeItem
from tests.factories import (
    ContributionFactory,
    DialogueFactory,
    OutcomeFactory,
    ThemeFactory,
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


def test_the_latest_outcomes_are_told_in_two_sentences(site_tree: Any) -> None:
    for number in range(4):
        dialogue = DialogueFactory(closed=True, title=f"Dialog {number}")
        ThemeFactory(dialogue=dialogue, title="Få", contributions=[ContributionFactory(dialogue=dialogue)])
        ThemeFactory(dialogue=dialogue, title="Lägre fart", contributions=ContributionFactory.create_batch(3, dialogue=dialogue))
        OutcomeFactory(dialogue=dialogue, answered_on=clock.today() - timedelta(days=10 - number))
    OutcomeItem.objects.filter(heading="Lägre fart").update(answer=AnswerKind.NOT)
    OutcomeFactory(dialogue=DialogueFactory(closed=True, title="Bara sagt"), step=OutcomeStep.SAID)
    html = drawn("participation_outcomes", "sv")
    assert re.findall(r'card__title"><a [^>]*>([^<]+)', html) == ["Dialog 3", "Dialog 2", "Dialog 1"]
    html = drawn("participation_outcomes")
    assert "3 said: Lägre fart" in html
    assert "No, because" in html


def test_an_outcome_links_its_translation_and_names_its_theme_in_english(site_tree: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    ThemeFactory(dialogue=dialogue, title="Lägre fart", contributions=[ContributionFactory(dialogue=dialogue)])
    outcome = OutcomeFactory(dialogue=dialogue)
    translated(dialogue, title="School ways")
    copy = translated(outcome)
    item = copy.items.get()
    item.heading = "Lower speed"
    item.save()
    html = drawn("participation_outcomes")
    assert f'href="{copy.url}"' in html
    assert "1 said: Lower speed" in html
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
