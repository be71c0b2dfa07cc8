"""What there is to tell of an answer, read from the rows of a dialogue."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from cms.following.models import NewsItem
from participation.choices import AnswerKind
from participation.dialogues.queries import rows_for
from participation.events import names
from participation.models import DialoguePage
from participation.news.answers import answers_in, answers_of
from tests.factories import ContributionFactory, DialogueFactory, FollowUpFactory, OutcomeFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def events(page: Any) -> dict[str, Any]:
    """What there is to tell, by kind."""
    return {event.kind: event for event in answers_of(rows_for([DialoguePage.objects.get(pk=page.pk)], clock.now())[0])}


def test_an_answer_is_marked_by_what_it_says_and_not_by_how_it_is_spelt() -> None:
    dialogue = DialogueFactory(closed=True)
    ThemeFactory(dialogue=dialogue)
    outcome = OutcomeFactory(dialogue=dialogue)
    before, item = answers_in(outcome), outcome.items.get()
    for reason, is_another in ((f" {item.reason.upper()}!", False), (f"{item.reason} Nej.", True)):
        type(item).objects.filter(pk=item.pk).update(reason=reason)
        assert (answers_in(outcome) != before) is is_another
    type(item).objects.filter(pk=item.pk).update(reason=item.reason, answer=AnswerKind.ALREADY, reason_kind="")
    assert answers_in(outcome) != before


def test_a_day_is_moved_while_people_wait() -> None:
    dialogue = DialogueFactory(closed=True)
    dialogue.promise_changes.create(new_date=clock.today(), changed_at=clock.now())
    assert names.MOVED not in events(dialogue), "the first day was no move"
    move = dialogue.promise_changes.create(old_date=clock.today(), new_date=dialogue.feedback_due_on, changed_at=clock.now())
    assert events(dialogue)[names.MOVED].data == {"change": move.pk}
    dialogue.promise_changes.filter(pk=move.pk).update(changed_at=clock.now() - timedelta(days=15))
    assert names.MOVED not in events(dialogue), "long ago"
    dialogue.promise_changes.filter(pk=move.pk).update(changed_at=clock.now())
    OutcomeFactory(dialogue=dialogue)
    assert names.MOVED not in events(dialogue), "answered"


def test_an_outcome_concerns_those_behind_its_themes() -> None:
    dialogue = DialogueFactory(closed=True)
    sorted_one, _other = ContributionFactory.create_batch(2, dialogue=dialogue)
    ThemeFactory(dialogue=dialogue, contributions=[sorted_one])
    OutcomeFactory(dialogue=dialogue)
    assert set(events(dialogue)[names.OUTCOME].concerns) == {sorted_one}


@pytest.mark.parametrize("is_of_a_theme", [True, False])
def test_a_commitment_concerns_those_behind_its_theme_and_one_of_none_all_who_asked(is_of_a_theme: bool) -> None:
    dialogue = DialogueFactory(answered=True)
    sorted_one, other = ContributionFactory.create_batch(2, dialogue=dialogue)
    theme = ThemeFactory(dialogue=dialogue, contributions=[sorted_one])
    page = FollowUpFactory(dialogue=dialogue)
    page.commitments.update(theme=theme if is_of_a_theme else None)
    row = page.commitments.get()
    facts = {"commitment_key": row.translation_key, "date": clock.today(), "due_on": row.due_on}
    first = dialogue.commitment_history.create(status="not_begun", **facts)
    assert set(events(dialogue)[names.COMMITMENTS].concerns) == {sorted_one, other}, "the first ones concern everybody"
    item = NewsItem.objects.create(
        kind=names.COMMITMENTS, key="first", data={"entries": [first.pk]}, happened_at=clock.now(), created_at=clock.now()
    )
    item.targets.create(kind=names.DIALOGUE, object_id=dialogue.pk)
    dialogue.commitment_history.create(status="under_way", **facts)
    assert set(events(dialogue)[names.COMMITMENTS].concerns) == ({sorted_one} if is_of_a_theme else {sorted_one, other})


def test_nothing_is_taken_back_or_corrected_that_was_not_told() -> None:
    dialogue = DialogueFactory(closed=True)
    OutcomeFactory(dialogue=dialogue).unpublish()
    assert events(dialogue) == {}


def test_a_cancelled_dialogue_may_be_answered_and_owes_no_day() -> None:
    dialogue = DialogueFactory(closed=True, cancelled=True)
    dialogue.promise_changes.create(old_date=clock.today(), new_date=dialogue.feedback_due_on, changed_at=clock.now())
    assert events(dialogue) == {}
    OutcomeFactory(dialogue=dialogue)
    assert set(events(dialogue)) == {names.OUTCOME}
