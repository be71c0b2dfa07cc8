"""The list of contributions: what it shows, to whom, how fast."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from participation.models import Contribution, Report
from tests.factories import ContributionFactory, ParticipantFactory, ThemeFactory

LIST = reverse("participation_contributions:list")


def listed(client: Any, **query: Any) -> list[Contribution]:
    response = client.get(LIST, query)
    assert response.status_code == 200
    return list(response.context["object_list"])


def test_an_editor_sees_only_contributions_of_own_dialogues(own: Any, foreign: Any, dag: Any, edda: Any, client_of: Any) -> None:
    mine, theirs = ContributionFactory(dialogue=own), ContributionFactory(dialogue=foreign, text="Kajen rasar")
    assert listed(client_of(dag)) == [mine]
    assert listed(client_of(edda)) == [theirs]
    page = client_of(dag).get(LIST).content.decode()
    assert "Hemlig hamnplan" not in page and "Kajen" not in page and theirs.shown_code not in page


def test_filters_offer_nothing_of_others(own: Any, foreign: Any, dag: Any, client_of: Any) -> None:
    ThemeFactory(dialogue=foreign, title="Hemligt tema")
    row = ContributionFactory(dialogue=foreign)
    page = client_of(dag).get(LIST, {"dialogue": foreign.pk}).content.decode()
    assert "Hemlig hamnplan" not in page and "Hemligt tema" not in page and row.shown_code not in page


@pytest.mark.parametrize("person", ["astrid", None])
def test_others_have_no_list(own: Any, person: str | None, request: Any, client_of: Any) -> None:
    client = client_of(request.getfixturevalue(person) if person else None)
    assert client.get(LIST).status_code == 302


def test_menu_and_list_are_for_those_who_edit_dialogues(own: Any, dag: Any, client_of: Any) -> None:
    assert LIST in client_of(dag).get(reverse("wagtailadmin_home")).content.decode()


def test_who_may_publish_but_not_edit_sees_and_moderates(own: Any, site_tree: Any, client_of: Any) -> None:
    from tests import factories

    moderator = factories.UserFactory(staff=True)
    factories.editors_of(site_tree.section, moderator, name="Moderatorer", rights=("publish_page",))
    row = ContributionFactory(dialogue=own)
    assert listed(client_of(moderator)) == [row]


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


def test_the_same_queries_however_many_there_are(own: Any, dag: Any, client_of: Any, count_queries: Any) -> None:
    client = client_of(dag)
    themes = ThemeFactory.create_batch(3, dialogue=own)
    for theme in themes:
        ContributionFactory(dialogue=own).theme_links.create(theme=theme, sorted_at=clock.now())
    client.get(LIST)
    few = count_queries(lambda: client.get(LIST))
    moment = clock.now()
    rows = [Contribution(dialogue=own, method="comments", text=f"Text {n}", received_at=moment) for n in range(10_000)]
    Contribution.objects.bulk_create(rows, batch_size=500)
    for row in Contribution.objects.order_by("-received_at", "-pk")[:20]:
        row.theme_links.create(theme=themes[0], sorted_at=moment)
        Report.objects.create(contribution=row, participant=None, reason="hate", reported_at=moment)
    many = count_queries(lambda: client.get(LIST))
    assert many <= few + 1  # a full page has themes and reports to fetch
    assert len(client.get(LIST).context["object_list"]) == 50
