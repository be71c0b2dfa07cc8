"""What every action on themes and answers asks first; a no says why."""

from typing import Any

import pytest

from participation.feedback.actions.checks import (
    NAMED_AT_MOST,
    FeedbackRefused,
    lock_contributions,
    lock_decision,
    lock_dialogue,
    lock_theme,
    named,
    require_same_dialogue,
    require_sorter,
)
from participation.models import Contribution, Decision, Theme
from tests.factories import ContributionFactory, DecisionFactory, ThemeFactory, UserFactory, translated


def test_only_who_edits_the_dialogue_sorts_in_it(own: Any, foreign: Any, bo: Any, astrid: Any) -> None:
    require_sorter(bo, own)
    for person, dialogue in ((bo, foreign), (astrid, own), (UserFactory(is_active=False), own)):
        with pytest.raises(FeedbackRefused):
            require_sorter(person, dialogue)


def test_a_dialogue_is_held_whatever_its_language(own: Any) -> None:
    assert lock_dialogue(translated(own)) == own


def test_what_somebody_has_taken_away_meanwhile_is_refused_by_name(own: Any) -> None:
    theme, decision = ThemeFactory(dialogue=own, title="Lägre fart"), DecisionFactory(dialogue=own)
    assert (lock_theme(theme), lock_decision(decision)) == (theme, decision)
    Theme.objects.filter(pk=theme.pk).delete()
    Decision.objects.filter(pk=decision.pk).delete()
    with pytest.raises(FeedbackRefused, match="Lägre fart"):
        lock_theme(theme)
    with pytest.raises(FeedbackRefused):
        lock_decision(decision)


def test_contributions_are_held_once_in_one_order_as_they_are_now(own: Any) -> None:
    one, two = ContributionFactory.create_batch(2, dialogue=own)
    Contribution.objects.filter(pk=one.pk).update(text="Nytt.")
    held = lock_contributions([two, one, two])
    assert held == [one, two] and held[0].text == "Nytt."


def test_one_foreign_row_refuses_them_all(own: Any, foreign: Any) -> None:
    rows = [ContributionFactory(dialogue=own), ContributionFactory(dialogue=foreign)]
    require_same_dialogue(rows[:1], own)
    with pytest.raises(FeedbackRefused):
        require_same_dialogue(rows, own)


def test_the_first_codes_are_named_and_more_are_hinted_at() -> None:
    codes = [f"K-{number}" for number in range(NAMED_AT_MOST + 1)]
    assert named(codes[:-1]) == "K-0, K-1, K-2, K-3, K-4"
    assert named(codes) == "K-0, K-1, K-2, K-3, K-4 …"
