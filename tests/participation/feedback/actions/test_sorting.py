"""Sorting contributions into themes, and marking that some need no answer."""

from typing import Any

import pytest
from wagtail.models import PageLogEntry

from participation.choices import NoAnswerReason
from participation.feedback import actions
from participation.feedback.actions import FeedbackRefused
from participation.models import Contribution, NoAnswerNeeded, ThemeContribution
from tests.factories import ContributionFactory, DialogueFactory, ThemeFactory


@pytest.fixture
def dialogue(site_tree: Any) -> Any:
    return DialogueFactory(closed=True)


def test_sorting_counts_what_is_new(dialogue: Any, bo: Any) -> None:
    one, two = ContributionFactory.create_batch(2, dialogue=dialogue)
    theme = ThemeFactory(dialogue=dialogue, contributions=[one])
    assert actions.sort_into_theme(theme, [one, two, two], bo) == 1
    link = ThemeContribution.objects.get(contribution=two)
    assert link.sorted_by == bo
    entry = PageLogEntry.objects.get(action="participation.sort")
    assert entry.page_id == dialogue.pk and two.shown_code in str(entry.message)


def test_a_contribution_may_lie_in_several_themes(dialogue: Any, bo: Any) -> None:
    row = ContributionFactory(dialogue=dialogue)
    for theme in ThemeFactory.create_batch(2, dialogue=dialogue):
        actions.sort_into_theme(theme, [row], bo)
    assert row.themes.count() == 2


def test_one_foreign_contribution_refuses_them_all(dialogue: Any, bo: Any) -> None:
    theme = ThemeFactory(dialogue=dialogue)
    own, foreign = ContributionFactory(dialogue=dialogue), ContributionFactory()
    for action in (actions.sort_into_theme, actions.take_out_of_theme):
        with pytest.raises(FeedbackRefused) as refusal:
            action(theme, [own, foreign], bo)
        assert foreign.shown_code not in str(refusal.value)
    assert not ThemeContribution.objects.exists()


def test_sorting_takes_a_mark_away(dialogue: Any, bo: Any) -> None:
    row = ContributionFactory(dialogue=dialogue)
    actions.mark_no_answer_needed([row], bo, NoAnswerReason.CONVERSATION)
    actions.sort_into_theme(ThemeFactory(dialogue=dialogue), [row], bo)
    assert not NoAnswerNeeded.objects.exists()


def test_taking_out_makes_it_wait_again(dialogue: Any, bo: Any) -> None:
    row, other = ContributionFactory.create_batch(2, dialogue=dialogue)
    theme = ThemeFactory(dialogue=dialogue, contributions=[row])
    assert actions.take_out_of_theme(theme, [row, other], bo) == 1
    assert set(dialogue.contributions.needing_answer()) == {row, other}


def test_marks_carry_their_reason_and_can_be_changed(dialogue: Any, bo: Any) -> None:
    row = ContributionFactory(dialogue=dialogue)
    assert actions.mark_no_answer_needed([row], bo, NoAnswerReason.DUPLICATE, " Samma  som ovan ") == 1
    actions.mark_no_answer_needed([row], bo, NoAnswerReason.CONVERSATION)
    mark = NoAnswerNeeded.objects.get()
    assert (mark.reason, mark.note, mark.decided_by) == ("conversation", "", bo)
    assert not dialogue.contributions.needing_answer().exists()
    assert actions.unmark_no_answer_needed([row], bo) == 1
    assert dialogue.contributions.needing_answer().exists()


@pytest.mark.parametrize(("reason", "note"), [("", ""), ("because", ""), ("duplicate", "x" * 301)])
def test_a_mark_needs_a_reason_of_the_list(dialogue: Any, bo: Any, reason: str, note: str) -> None:
    with pytest.raises(FeedbackRefused):
        actions.mark_no_answer_needed([ContributionFactory(dialogue=dialogue)], bo, reason, note)


def test_what_lies_in_a_theme_gets_no_mark(dialogue: Any, bo: Any) -> None:
    free, sorted_row = ContributionFactory.create_batch(2, dialogue=dialogue)
    ThemeFactory(dialogue=dialogue, contributions=[sorted_row])
    with pytest.raises(FeedbackRefused, match=sorted_row.shown_code):
        actions.mark_no_answer_needed([free, sorted_row], bo, NoAnswerReason.DUPLICATE)
    assert not NoAnswerNeeded.objects.exists()


def test_only_who_edits_the_dialogue_sorts(dialogue: Any, astrid: Any) -> None:
    row, theme = ContributionFactory(dialogue=dialogue), ThemeFactory(dialogue=dialogue)
    for refused in (
        lambda: actions.sort_into_theme(theme, [row], astrid),
        lambda: actions.take_out_of_theme(theme, [row], astrid),
        lambda: actions.mark_no_answer_needed([row], astrid, NoAnswerReason.DUPLICATE),
        lambda: actions.unmark_no_answer_needed([row], astrid),
    ):
        with pytest.raises(FeedbackRefused):
            refused()


def test_what_needs_an_answer(dialogue: Any, bo: Any) -> None:
    """A reply goes with its published thread unless sorted by itself; official answers need none."""
    root = ContributionFactory(dialogue=dialogue)
    ContributionFactory(dialogue=dialogue, reply=True, reply_to=root)
    ContributionFactory(dialogue=dialogue, official=True)
    ContributionFactory(dialogue=dialogue, hidden=True)
    ContributionFactory(dialogue=dialogue, pending=True)
    ContributionFactory(dialogue=dialogue, withdrawn=True)
    hidden_root = ContributionFactory(dialogue=dialogue, hidden=True)
    orphan = ContributionFactory(dialogue=dialogue, reply=True, reply_to=hidden_root)
    assert set(Contribution.objects.needing_answer()) == {root, orphan}
    actions.sort_into_theme(ThemeFactory(dialogue=dialogue), [root], bo)
    actions.mark_no_answer_needed([orphan], bo, NoAnswerReason.OTHER_MATTER)
    assert not Contribution.objects.needing_answer().exists()
