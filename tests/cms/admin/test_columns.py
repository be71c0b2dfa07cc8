"""Columns of the admin's tables: days and moments are written out."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from cms.admin.columns import DayColumn, MomentColumn


@pytest.mark.parametrize(("day", "words"), [(date(2026, 5, 6), "6 maj 2026"), (None, "–")])
def test_a_day_is_written_out(day, words):
    assert DayColumn("due").get_value(SimpleNamespace(due=day)) == words


@pytest.mark.parametrize(("moment", "words"), [(datetime(2026, 5, 6, 22, 30, tzinfo=UTC), "7 maj 2026"), (None, "aldrig")])
def test_a_moment_is_written_out_in_the_time_of_the_place(moment, words):
    assert MomentColumn("seen").get_value(SimpleNamespace(seen=moment)).startswith(words)
