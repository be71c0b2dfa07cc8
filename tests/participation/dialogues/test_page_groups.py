"""The groups of a dialogue's page: what one can influence, and what each folded group holds."""

import re
from typing import Any

import pytest

from participation.choices import Level
from participation.models import DialogueDocument, DialoguePage, DialogueUpdate
from tests.factories import DialogueFactory, PlaceFactory
from tests.participation.dialogues.dialogue_pages import english, page, text_of

pytestmark = pytest.mark.django_db


def folded(html: str, title: str) -> str:
    """The group with a title, as it stands folded."""
    return next(
        group for group in re.findall(r"<details class=\"disclosure disclosure--group\".*?</details>", html, re.S) if title in group
    )


def test_what_can_be_influenced_is_one_panel(site_tree: Any) -> None:
    shown = page(english(open=True, level=Level.CONSULT))
    panel = re.search(r'<div class="influence">.*?</section>\s*</div>', shown, re.S)
    assert panel is not None
    for title in ("What you can influence", "What is fixed", "What we promise"):
        assert title in panel[0]


@pytest.mark.parametrize(("state", "title"), [("upcoming", "can influence"), ("open", "can influence"), ("closed", "could influence")])
def test_its_tense_follows_the_state(site_tree: Any, state: str, title: str) -> None:
    assert f"What you {title}" in page(english(**{state: True}))


def test_a_cancelled_dialogue_promises_nothing(site_tree: Any) -> None:
    assert "What we promise</h2>" in page(english(open=True))
    assert "What we promise</h2>" not in page(english(cancelled=True))


def test_the_matter_is_folded_and_says_what_it_holds(site_tree: Any) -> None:
    dialogue = english(open=True).canonical
    for number in (1, 2):
        dialogue.updates.add(DialogueUpdate(date=f"2025-03-0{number}", text=f"Nyhet {number}", locale=dialogue.locale))
    dialogue.documents.add(DialogueDocument(kind="other", title="Fil", link="https://example.org", locale=dialogue.locale))
    dialogue.save()
    group = folded(page(dialogue.get_translations().first().specific), "What has happened, and documents")
    assert re.search(r"2 pieces of news, \d steps? and 1 document, the latest on", group)
    assert "<details" in group
    assert " open" not in group.partition(">")[0]


def test_the_facts_say_where_and_leave_out_what_is_for_editors(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    dialogue.places.set([PlaceFactory(name="Smygehamn")])
    dialogue.save()
    shown = page(DialoguePage.objects.get(pk=dialogue.pk))
    assert re.search(r'disclosure__note">[^<]*Smygehamn', folded(shown, "Vem och vad det berör"))
    assert "Typ av dialog" not in text_of(shown)


def test_other_ways_are_named_where_they_are_folded(site_tree: Any) -> None:
    assert re.search(r'disclosure__note">[^<]*Ring oss', page(DialogueFactory(open=True)))
