"""What the search finds of participation is what its pages show; and it follows when other rows change."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from cms.search.models import SearchDocument
from participation.choices import AnswerKind
from participation.models import DialoguePage, DialogueUpdate, OutcomePage
from participation.search.pages import DIALOGUE
from tests.factories import (
    DialogueFactory,
    OutcomeFactory,
    ThemeFactory,
    translated,
)
from tests.search_tools import settle, titles, write_everything

pytestmark = pytest.mark.django_db


def shown(page: Any) -> str:
    return Client().get(page.get_url()).content.decode()


# What is written down is what is shown


def test_words_deleted_from_the_page_are_not_found_through_its_translation() -> None:
    page = DialogueFactory(title="Busstorget", slug="busstorget")
    page.updates.add(DialogueUpdate(date=date(2026, 1, 1), text="Grannen Hemligsson klagade.", locale=page.locale))
    page.save()
    translated(page, title="The bus square")
    write_everything()
    assert titles("Hemligsson")
    page = DialoguePage.objects.get(pk=page.pk)
    page.updates.clear()
    page.save()
    settle()
    assert titles("Hemligsson") == []
    write_everything()
    assert titles("Hemligsson") == []


def test_an_answer_that_was_taken_away_is_not_found_through_the_translation() -> None:
    page = DialogueFactory(title="Busstorget", slug="busstorget")
    ThemeFactory(dialogue=page)
    outcome = OutcomeFactory(dialogue=page)
    outcome.items.update(answer=AnswerKind.NOT, reason_kind="", reason="Sprängstensfyllning är för dyrt.")
    translated(outcome, title="Answers")
    write_everything()
    assert titles("sprängstensfyllning")
    outcome = OutcomePage.objects.get(pk=outcome.pk)
    outcome.items.clear()
    outcome.save()
    settle()
    assert titles("sprängstensfyllning") == []


def test_a_translation_is_found_by_its_own_words_and_by_those_it_shows_of_the_original() -> None:
    page = DialogueFactory(title="Busstorget", slug="busstorget")
    page.updates.add(DialogueUpdate(date=date(2026, 1, 1), text="Trädfällningen börjar.", locale=page.locale))
    page.save()
    english = translated(page, title="The bus square", question="Where shall the trees stand?")
    write_everything()
    document = SearchDocument.objects.get(kind=DIALOGUE, object_id=english.pk)
    assert "Where shall the trees stand?" in document.text
    assert "Trädfällningen börjar." in document.text
    assert "Trädfällningen börjar." in shown(english)


@pytest.mark.parametrize(
    ("given", "is_shown"),
    [
        ({"cancelled_reason": "Kärnkraftsbråk"}, False),
        ({"cancelled_reason": "Kärnkraftsbråk", "cancelled_on": date(2026, 1, 1)}, True),
        ({"held_result": "Kärnkraftsbråk"}, False),
        ({"held_result": "Kärnkraftsbråk", "is_record": True}, True),
        ({"fixed_conditions": "Kärnkraftsbråk", "is_record": True}, False),
        ({"fixed_conditions": "Kärnkraftsbråk"}, True),
        ({"no_mandate_reason": "Kärnkraftsbråk"}, True),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_what_the_page_does_not_show_is_not_found(given: dict[str, Any], is_shown: bool) -> None:
    page = DialogueFactory(title="Hamnen", slug="hamnen", **given)
    if "no_mandate_reason" in given:
        page.mandate_steps.clear()
        page.save()
    write_everything()
    assert ("Kärnkraftsbråk" in shown(page)) == bool(titles("kärnkraftsbråk")) == is_shown


def test_a_page_closed_while_it_was_moved_is_closed() -> None:
    left, right = DialogueFactory(title="Hamnen", slug="hamnen"), DialogueFactory(title="Torget", slug="torget")
    write_everything()
    PageViewRestriction.objects.create(page=right, restriction_type="groups")
    Page.objects.get(pk=left.pk).move(Page.objects.get(pk=right.pk), pos="right")  # before the worker comes: paths change
    settle()
    assert SearchDocument.objects.get(kind=DIALOGUE, object_id=right.pk).audience == "removed"
    assert SearchDocument.objects.get(kind=DIALOGUE, object_id=left.pk).audience == "public"
