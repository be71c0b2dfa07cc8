"""Figures of commitments."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms import clock
from participation.choices import CommitmentStatus
from participation.commitments.queries import commitment_figures, commitment_rows, owed_rows
from participation.dialogues.queries import rows_for
from participation.models import Commitment, DialoguePage
from tests.factories import (
    DialogueFactory,
    FollowUpFactory,
)

pytestmark = pytest.mark.django_db


def test_figures_of_commitments(site_tree: Any) -> None:
    dialogue = DialogueFactory(answered=True)
    FollowUpFactory(dialogue=dialogue, statuses=CommitmentStatus.values)
    rows = commitment_rows(rows_for([DialoguePage.objects.get(pk=dialogue.pk)], clock.now()))
    figures = commitment_figures(rows)
    assert (figures.made, figures.done, figures.open, figures.late, figures.dropped) == (5, 1, 3, 0, 1)
    with clock.at(timezone.localtime(clock.now()) + timedelta(days=91)):
        rows = commitment_rows(rows_for([DialoguePage.objects.get(pk=dialogue.pk)], clock.now()))
        assert commitment_figures(rows).late == 3
        assert [row.days_late for row in rows] == [1, 1, 1, 0, 0]


@pytest.mark.parametrize("days_after, late", [(-1, 0), (0, 0), (1, 1)])
def test_what_was_done_after_its_day_is_late_and_everything_is_counted_once(site_tree: Any, days_after: int, late: int) -> None:
    page = FollowUpFactory(dialogue=DialogueFactory(answered=True), statuses=CommitmentStatus.values)
    made = page.commitments.get(status=CommitmentStatus.DONE)
    Commitment.objects.filter(pk=made.pk).update(status_on=made.due_on + timedelta(days=days_after))
    figures = commitment_figures(commitment_rows(rows_for(DialoguePage.objects.filter(pk=page.dialogue.pk), clock.now())))
    assert (figures.done, figures.done_late) == (1 - late, late)
    assert figures.done + figures.done_late + figures.open + figures.late + figures.dropped == figures.made == 5


def test_a_cancelled_dialogue_owes_nothing(site_tree: Any) -> None:
    FollowUpFactory(dialogue=DialogueFactory(answered=True, cancelled=True))
    rows = rows_for(DialoguePage.objects.all(), clock.now())
    assert len(commitment_rows(rows)) == 1
    assert owed_rows(rows) == []
