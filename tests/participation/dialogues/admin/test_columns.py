"""Columns of tables of dialogues: the state in words."""

from types import SimpleNamespace

import pytest

from participation.choices import State
from participation.dialogues.admin.columns import StateColumn


@pytest.mark.parametrize(
    ("live", "overdue", "words"), [(False, True, "Utkast"), (True, True, "Svaret är försenat"), (True, False, State.CLOSED.label)]
)
def test_the_state_is_told_in_words(live, overdue, words):
    row = SimpleNamespace(live=live, is_overdue=overdue, state="closed")
    assert StateColumn("state").get_value(row) == words
