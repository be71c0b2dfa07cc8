"""A dialogue's days bear one UID each: moved, answered or cancelled, the same day changes."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from participation.dialogues.queries import rows_for
from participation.models import DialoguePage
from participation.sharing.calendar import days_of
from tests.factories import DialogueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def days(page: Any) -> list[Any]:
    page = DialoguePage.objects.select_related("locale").prefetch_related("phases").get(pk=page.pk)
    return days_of(rows_for([page], clock.now())[0], page, "Säker väg")


def test_each_phase_has_its_last_day_and_the_answer_its_day() -> None:
    rights = ["comments.comment"]
    dialogue = DialogueFactory(phases=[("Idéer", -7, 2, rights), ("Tyck till om förslaget", 3, 20, rights)], due=60)
    today = clock.today()
    shown = [(day.day - today, day.summary) for day in days(dialogue)]
    assert shown == [
        (timedelta(days=2), "Sista dagen: Säker väg"),
        (timedelta(days=20), "Sista dagen: Säker väg"),
        (timedelta(days=60), "Svaret kommer senast i dag: Säker väg"),
    ]
    assert days(dialogue)[0].description.startswith("Idéer: ")


def test_a_moved_day_keeps_its_key_and_is_newer() -> None:
    dialogue = DialogueFactory()
    before = days(dialogue)
    phase = dialogue.phases.get()
    phase.closes_at += timedelta(days=7)
    dialogue.phases.add(phase)
    with clock.at(clock.now() + timedelta(hours=1)):
        dialogue.save_revision().publish()
        after = days(dialogue)
    assert [day.key for day in after] == [day.key for day in before]
    assert after[0].day == before[0].day + timedelta(days=7)
    assert after[0].changed_at >= before[0].changed_at


def test_a_cancelled_dialogue_takes_its_days_back() -> None:
    assert {day.is_cancelled for day in days(DialogueFactory(cancelled=True))} == {True}


def test_an_answer_that_has_come_says_so() -> None:
    assert days(DialogueFactory(answered=True))[-1].summary == "Svaret kom: Säker väg"
