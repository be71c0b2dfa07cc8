"""Several people sort and make things at the same instant: unique constraints and locks leave one of each."""

from typing import Any

import pytest

from participation.feedback import actions
from participation.feedback.actions import FeedbackRefused
from participation.models import NoAnswerNeeded, OutcomePage, Theme, ThemeContribution
from tests import factories
from tests.participation.contributions.test_actions_at_once import at_once

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def place(transactional_db: None) -> tuple[Any, Any]:
    """A closed dialogue with contributions, and somebody who edits it."""
    dialogue = factories.DialogueFactory(closed=True)
    editor = factories.UserFactory(staff=True)
    factories.editors_of(dialogue.get_parent(), editor)
    factories.ContributionFactory.create_batch(5, dialogue=dialogue)
    return dialogue, editor


def test_one_outcome(place: tuple[Any, Any]) -> None:
    dialogue, editor = place
    factories.ThemeFactory(dialogue=dialogue)
    made = at_once(8, lambda _index: actions.make_outcome(dialogue, editor).pk)
    assert made == [OutcomePage.objects.get().pk] * 8
    assert len(OutcomePage.objects.get().get_latest_revision_as_object().items.all()) == 1


def test_one_theme_of_a_name(place: tuple[Any, Any]) -> None:
    dialogue, editor = place
    made = at_once(8, lambda _index: actions.create_theme(dialogue, editor, "Fart"))
    assert sum(isinstance(result, FeedbackRefused) for result in made) == 7 and Theme.objects.count() == 1


def test_each_sorted_once(place: tuple[Any, Any]) -> None:
    dialogue, editor = place
    theme, rows = factories.ThemeFactory(dialogue=dialogue), list(dialogue.contributions.all())
    made = at_once(8, lambda index: actions.sort_into_theme(theme, rows[::-1] if index % 2 else rows, editor))
    assert sorted(made) == [0] * 7 + [5] and ThemeContribution.objects.count() == 5


def test_each_marked_once(place: tuple[Any, Any]) -> None:
    dialogue, editor = place
    rows = list(dialogue.contributions.all())
    assert at_once(8, lambda _index: actions.mark_no_answer_needed(rows, editor, "duplicate")) == [5] * 8
    assert NoAnswerNeeded.objects.count() == 5


def test_sorting_into_a_theme_that_is_merged_meanwhile(place: tuple[Any, Any]) -> None:
    dialogue, editor = place
    source, target = factories.ThemeFactory.create_batch(2, dialogue=dialogue)
    rows = list(dialogue.contributions.all())

    def either(index: int) -> Any:
        return actions.merge_themes(source, target, editor) if index == 0 else actions.sort_into_theme(source, rows, editor)

    results = at_once(6, either)
    assert all(isinstance(result, int | FeedbackRefused) for result in results)
    assert list(Theme.objects.all()) == [target]
    assert ThemeContribution.objects.count() in (0, 5)  # merged before anything lay in it, or with all of it
