"""Decisions that answers cite."""

from datetime import date, timedelta
from typing import Any

import pytest

from cms import clock
from participation.feedback import actions
from participation.feedback.actions import FeedbackRefused
from participation.models import Decision, OutcomePage
from tests.factories import BodyFactory, DecisionFactory, DialogueFactory, OutcomeFactory, ThemeFactory

DAY = date(2026, 5, 6)


@pytest.fixture
def dialogue(site_tree: Any) -> Any:
    return DialogueFactory(closed=True)


def test_a_decision_is_read_tolerantly(dialogue: Any, bo: Any) -> None:
    decision = actions.record_decision(dialogue, bo, body=dialogue.body, date=DAY, paragraph=" § 44 ", diary_number="dnr ks2022/206")
    decision.refresh_from_db()
    assert (decision.paragraph, decision.diary_number) == ("44", "KS 2022/206")
    assert decision.citation.endswith("2026-05-06 § 44")


def test_the_same_paragraph_is_the_same_decision(dialogue: Any, bo: Any) -> None:
    actions.record_decision(dialogue, bo, body=dialogue.body, date=DAY, paragraph="44")
    with pytest.raises(FeedbackRefused):
        actions.record_decision(dialogue, bo, body=dialogue.body, date=DAY, paragraph="§44")
    other = actions.record_decision(dialogue, bo, body=dialogue.body, date=DAY, paragraph="45")
    with pytest.raises(FeedbackRefused):
        actions.edit_decision(other, bo, body=dialogue.body, date=DAY, paragraph="44")


def test_a_cited_decision_stays(dialogue: Any, bo: Any) -> None:
    ThemeFactory(dialogue=dialogue)
    cited, drafted, free = DecisionFactory.create_batch(3, dialogue=dialogue)
    outcome = OutcomeFactory(dialogue=dialogue)
    outcome.items.update(decision=cited)
    draft = OutcomePage.objects.get(pk=outcome.pk)
    (item,) = draft.items.all()
    item.decision = drafted
    draft.items = [item]
    draft.save_revision(user=bo)
    for decision in (cited, drafted):
        with pytest.raises(FeedbackRefused):
            actions.delete_decision(decision, bo)
    actions.delete_decision(free, bo)
    assert Decision.objects.count() == 2


def test_only_who_edits_the_dialogue_records_decisions(dialogue: Any, astrid: Any) -> None:
    decision = DecisionFactory(dialogue=dialogue)
    for refused in (
        lambda: actions.record_decision(dialogue, astrid, body=dialogue.body, date=DAY),
        lambda: actions.edit_decision(decision, astrid, body=dialogue.body, date=DAY),
        lambda: actions.delete_decision(decision, astrid),
    ):
        with pytest.raises(FeedbackRefused):
            refused()


def test_a_body_decides_on_days_on_which_it_exists(dialogue: Any, bo: Any) -> None:
    body = BodyFactory(valid_from=date(2019, 1, 1), valid_to=date(2022, 12, 31))
    actions.record_decision(dialogue, bo, body=body, date=date(2022, 12, 31))
    for day in (date(2018, 12, 31), date(2023, 1, 1)):
        with pytest.raises(FeedbackRefused):
            actions.record_decision(dialogue, bo, body=body, date=day)
    with pytest.raises(FeedbackRefused):
        actions.record_decision(dialogue, bo, body=dialogue.body, date=clock.today() + timedelta(days=1))
    assert Decision.objects.count() == 1
