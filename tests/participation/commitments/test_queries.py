"""Figures of commitments."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms import clock
from participation.choices import CommitmentStatus
from participation.commitments.queries import commitment_figures, commitment_rows, owed_rows
from participation.dialogues.queries import rows_for
from participation.models import DialoguePage
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


def test_a_cancelled_dialogue_owes_nothing(site_tree: Any) -> None:
    FollowUpFactory(dialogue=DialogueFactory(answered=True, cancelled=True))
    rows = rows_for(DialoguePage.objects.all(), clock.now())
    assert len(commitment_rows(rows)) == 1
    assert owed_rows(rows) == []
