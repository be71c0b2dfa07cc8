"""What the page says of a promised day that has passed or was moved."""

from typing import Any

import pytest

from participation.models import DialoguePage
from tests.factories import (
    DialogueFactory,
    day,
    translated,
)
from tests.participation.dialogues.dialogue_pages import english, page, text_of

pytestmark = pytest.mark.django_db


def test_a_late_answer_is_told_in_words(site_tree: Any) -> None:
    shown = text_of(page(english(overdue=True)))
    assert "The answer is late." in shown
    assert "20 days ago" in shown
    assert "20 days late" in shown


def test_an_extension_is_told_with_both_days(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    DialoguePage.objects.filter(pk=dialogue.pk).update(announced_closes_at=day(3))
    shown = text_of(page(translated(dialogue)))
    assert "The dialogue has been extended." in shown
    assert "Extended" in shown
    assert "extended" not in text_of(page(english(open=True)))
