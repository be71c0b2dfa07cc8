"""Which promises fall due today: answers and commitments, each by its steps, with a few days to catch up."""

from datetime import date, timedelta

import pytest

from cms import clock
from participation.models import Commitment
from participation.promises.due import ANSWER_STEPS, due_at, find_due, step_of
from tests.factories import DialogueFactory

DAY = date(2030, 5, 20)


@pytest.mark.parametrize(
    ("days_before", "step"), [(15, None), (14, 14), (12, 14), (11, None), (3, 3), (1, 3), (0, None), (-1, -1), (-3, -1), (-4, None)]
)
def test_a_step_holds_on_its_day_and_two_more(days_before: int, step: int | None) -> None:
    assert step_of(DAY, DAY - timedelta(days=days_before), ANSWER_STEPS) == step


@pytest.mark.django_db
def test_an_answer_falls_due_while_it_is_owed_and_public(site_tree: object) -> None:
    owed = DialogueFactory(closed=True, due=3)
    DialogueFactory(answered=True, due=3)
    DialogueFactory(closed=True, due=3, draft=True)
    DialogueFactory(closed=True, due=30)
    assert [(due.row.page.pk, due.step, due.commitment) for due in due_at(clock.now())] == [(owed.pk, 3, None)]


@pytest.mark.django_db
def test_an_open_commitment_falls_due_and_a_kept_one_does_not(site_tree: object) -> None:
    dialogue = DialogueFactory(in_follow_up=True)
    Commitment.objects.update(due_on=clock.today())
    [due] = due_at(clock.now())
    assert due.commitment is not None and due.commitment.due_on == clock.today()
    assert str(due.commitment.translation_key) in due.key
    Commitment.objects.update(status="done")
    assert not [due for due in due_at(clock.now()) if due.row.page.pk == dialogue.pk]


@pytest.mark.django_db
def test_a_promise_that_was_moved_meanwhile_is_not_found_again(site_tree: object) -> None:
    dialogue = DialogueFactory(closed=True, due=3)
    day = dialogue.feedback_due_on.isoformat()
    assert find_due(dialogue.pk, "", day, clock.now()) is not None
    type(dialogue).objects.filter(pk=dialogue.pk).update(feedback_due_on=clock.today() + timedelta(days=9))
    assert find_due(dialogue.pk, "", day, clock.now()) is None
