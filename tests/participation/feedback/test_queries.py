"""How much lies in themes: contributions, and the people behind them."""

from typing import Any

import pytest

from participation.contract import Counts
from participation.feedback.queries import theme_counts
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_theme_counts_people_and_not_rows(count_queries: Any) -> None:
    dialogue, astrid = DialogueFactory(closed=True), ParticipantFactory()
    own = ContributionFactory.create_batch(2, dialogue=dialogue, participant=astrid)
    group = ContributionFactory(dialogue=dialogue, participant=None, group_size=12)
    hidden = ContributionFactory(dialogue=dialogue, hidden=True)
    theme = ThemeFactory(dialogue=dialogue, title="Fart", contributions=[*own, group, hidden])
    empty = ThemeFactory(dialogue=dialogue, title="Ljus")
    assert theme_counts([theme.pk, empty.pk]) == {theme.pk: Counts(3, 13), empty.pk: Counts()}
    assert count_queries(lambda: theme_counts([theme.pk, empty.pk])) == count_queries(lambda: theme_counts([theme.pk])) == 1
