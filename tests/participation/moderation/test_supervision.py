"""Who looked at what is written down for those who supervise."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation

from cms import clock
from participation.models import ModerationLook
from participation.moderation.supervision import note_supervision
from tests.factories import ContributionFactory, DialogueFactory

pytestmark = pytest.mark.usefixtures("_in_english")


@pytest.fixture
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


# Who looked when


def test_a_look_is_written_once_a_quarter_of_an_hour_for_each_dialogue(own: Any, dag: Any, bo: Any) -> None:
    rows = [*ContributionFactory.create_batch(2, dialogue=own), ContributionFactory(dialogue=DialogueFactory(open=True))]
    assert (note_supervision(dag, rows), note_supervision(dag, rows)) == (2, 0)
    look = ModerationLook.objects.get(dialogue=own)
    assert (look.person, look.seen, look.seen_until) == (dag, 2, max(row.received_at for row in rows[:2]))
    with clock.at(clock.now() + timedelta(minutes=16)):
        assert note_supervision(dag, rows) == 2
    assert note_supervision(bo, rows) == 0 and note_supervision(dag, []) == 0
