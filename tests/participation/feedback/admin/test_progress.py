"""Counts of what is sorted add up."""

from typing import Any

from participation.feedback.actions import mark_no_answer_needed
from participation.feedback.admin.progress import counts_of
from tests.factories import ContributionFactory, ThemeFactory


def test_counts_add_up(own: Any, bo: Any) -> None:
    sorted_row, marked, root = ContributionFactory.create_batch(3, dialogue=own)
    ContributionFactory(dialogue=own, reply=True, reply_to=root)
    ContributionFactory(dialogue=own, official=True)
    ContributionFactory(dialogue=own, hidden=True)
    for _twice in range(2):
        ThemeFactory(dialogue=own, contributions=[sorted_row])
    mark_no_answer_needed([marked], bo, "duplicate")
    counts = counts_of(own)
    assert (counts.received, counts.in_themes, counts.no_answer, counts.unsorted, counts.with_thread) == (4, 1, 1, 1, 1)
