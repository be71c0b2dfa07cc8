"""The overview lists one's own dialogues, what waits first."""

from typing import Any

from participation.feedback.admin.addresses import overview_url
from tests.factories import ContributionFactory, DialogueFactory, ThemeFactory


def test_the_overview_lists_own_dialogues(own: Any, foreign: Any, bo: Any, client_of: Any) -> None:
    ContributionFactory.create_batch(2, dialogue=own)
    ThemeFactory(dialogue=own)
    DialogueFactory(record=True, title="Gammal post")
    response = client_of(bo).get(overview_url())
    (row,) = response.context["object_list"]
    assert (row.pk, row.unsorted, row.theme_count, row.outcome_live) == (own.pk, 2, 1, None)
    assert "Hemlig hamnplan" not in response.content.decode()


def test_the_overview_puts_what_waits_first(site_tree: Any, bo: Any, client_of: Any) -> None:
    concluded, overdue, opened = DialogueFactory(concluded=True), DialogueFactory(overdue=True), DialogueFactory(open=True)
    rows = client_of(bo).get(overview_url()).context["object_list"]
    assert [row.pk for row in rows] == [overdue.pk, opened.pk, concluded.pk]
    assert client_of(bo).get(overview_url(), {"ordering": "-unsorted"}).status_code == 200


def test_the_overview_counts_nothing_unsorted_where_the_dialogue_is_cancelled(site_tree: Any, bo: Any, client_of: Any) -> None:
    for facts in ({"closed": True}, {"closed": True, "cancelled": True}):
        ContributionFactory.create_batch(2, dialogue=DialogueFactory(**facts))
    rows = client_of(bo).get(overview_url()).context["object_list"]
    assert {row.cancelled_on is None: row.unsorted for row in rows} == {True: 2, False: 0}
