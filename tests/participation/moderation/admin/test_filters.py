"""Filters of the list of contributions: what they narrow, and what they offer."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from participation.models import Report
from tests.factories import ContributionFactory, ParticipantFactory, ThemeFactory
from tests.participation.moderation.admin.listed import LIST, listed


def test_filters_offer_nothing_of_others(own: Any, foreign: Any, dag: Any, client_of: Any) -> None:
    ThemeFactory(dialogue=foreign, title="Hemligt tema")
    row = ContributionFactory(dialogue=foreign)
    page = client_of(dag).get(LIST, {"dialogue": foreign.pk}).content.decode()
    assert "Hemlig hamnplan" not in page and "Hemligt tema" not in page and row.shown_code not in page


@pytest.mark.parametrize("typed", ["{code}", "{code.lower}", "  {plain} ", "{spaced}"])
def test_a_code_finds_its_contribution(own: Any, dag: Any, client_of: Any, typed: str) -> None:
    row, _other = ContributionFactory.create_batch(2, dialogue=own)
    query = {
        "{code}": row.shown_code,
        "{code.lower}": row.shown_code.lower(),
        "  {plain} ": f"  {row.receipt_code} ",
        "{spaced}": " ".join(row.shown_code.split("-")),
    }[typed]
    assert listed(client_of(dag), q=query) == [row]


def test_words_and_names_are_found_in_any_case(own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own, text="Sänk farten vid Östra skolan", author_name="Åsa")
    ContributionFactory(dialogue=own, text="Fler bussar", author_name="Bo")
    client = client_of(dag)
    assert listed(client, q="östra FARTEN") == listed(client, q="åsa") == [row]
    assert listed(client, q="östra bussar") == []
    assert listed(client, q="%") == []


def test_foreign_codes_find_nothing(own: Any, foreign: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=foreign)
    assert listed(client_of(dag), q=row.receipt_code) == []


def test_each_filter(own: Any, dag: Any, client_of: Any) -> None:
    client = client_of(dag)
    plain = ContributionFactory(dialogue=own, received_at=clock.now() - timedelta(days=3))
    sorted_row = ContributionFactory(dialogue=own, channel="letter")
    pending = ContributionFactory(dialogue=own, pending=True)
    official = ContributionFactory(dialogue=own, official=True)
    theme = ThemeFactory(dialogue=own, contributions=[sorted_row])
    for number in range(2):
        Report.objects.create(
            contribution=sorted_row, participant=ParticipantFactory(), reason="hate", reported_at=clock.now(), details=number
        )
    assert listed(client, waits="review") == listed(client, state="pending") == [pending]
    assert listed(client, waits="reports") == [sorted_row]
    assert listed(client, waits="answer") == [plain]
    assert listed(client, themes=theme.pk) == [sorted_row]
    assert set(listed(client, themes="none")) == {plain, pending, official}
    assert listed(client, is_official="true") == [official]
    assert listed(client, channel="letter") == [sorted_row]
    assert listed(client, received_at_to=(clock.today() - timedelta(days=2)).isoformat()) == [plain]
    assert len(listed(client, method="comments", dialogue=own.pk)) == 4
    assert listed(client, ordering="received_at")[0] == plain


@pytest.mark.parametrize(
    "query", [{"dialogue": "x"}, {"dialogue": "9" * 40}, {"themes": "0"}, {"received_at_from": "x"}, {"q": "\x00"}, {"p": "x"}]
)
def test_nonsense_in_the_address_is_no_error(own: Any, dag: Any, client_of: Any, query: dict[str, str]) -> None:
    ContributionFactory(dialogue=own)
    assert client_of(dag).get(LIST, query).status_code == 200
