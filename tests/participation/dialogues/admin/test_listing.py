"""The list of dialogues in the admin."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext as _

from tests import factories

pytestmark = pytest.mark.django_db

As = Callable[[Any], Client]
URL = "/admin/dialogues/"


def titles(response: Any) -> set[str]:
    assert response.status_code == 200
    return {page.title for page in response.context["object_list"]}


def test_it_shows_the_dialogues_that_one_may_edit(client_of: As, dag: Any) -> None:
    factories.DialogueFactory(title="Vår", open=True)
    factories.DialogueFactory(title="Vårt utkast", draft=True)
    factories.DialogueFactory(title="Annans", parent=factories.SectionFactory())

    assert titles(client_of(dag).get(URL)) == {"Vår", "Vårt utkast"}


def test_it_says_state_and_contributions(client_of: As, dag: Any) -> None:
    page = factories.DialogueFactory(overdue=True)
    factories.ContributionFactory.create_batch(2, dialogue=page)

    text = client_of(dag).get(URL).content.decode()
    assert _("Answer overdue") in text


@pytest.mark.parametrize(
    "query, found", [("state=open", {"Öppen"}), ("state=closed&state=open", {"Öppen", "Stängd"}), ("q=stängd", {"Stängd"})]
)
def test_it_filters_and_searches(client_of: As, dag: Any, query: str, found: set[str]) -> None:
    factories.DialogueFactory(title="Öppen", open=True)
    factories.DialogueFactory(title="Stängd", closed=True)

    assert titles(client_of(dag).get(f"{URL}?{query}")) == found


def test_it_filters_by_administration_and_body(client_of: As, cecilia: Any) -> None:
    page = factories.DialogueFactory(title="Ena")
    other = factories.DialogueFactory(title="Andra", parent=factories.SectionFactory())
    client = client_of(cecilia)

    assert titles(client.get(f"{URL}?administration_id={page.administration.pk}")) == {"Ena"}
    assert titles(client.get(f"{URL}?body={other.body.pk}")) == {"Andra"}


@pytest.mark.parametrize("column", ["title", "state", "feedback_due_on", "contribution_count", "live"])
def test_it_sorts(client_of: As, dag: Any, column: str) -> None:
    factories.DialogueFactory(title="Ena")

    assert titles(client_of(dag).get(f"{URL}?ordering=-{column}")) == {"Ena"}


def test_it_asks_a_fixed_number_of_questions(client_of: As, dag: Any, count_queries: Any) -> None:
    client = client_of(dag)
    factories.DialogueFactory()
    client.get(URL)
    few = count_queries(lambda: client.get(URL))
    for _number in range(5):
        factories.DialogueFactory()

    assert count_queries(lambda: client.get(URL)) == few


def test_outsiders_do_not_see_it(client_of: As, astrid: Any) -> None:
    assert client_of(astrid).get(URL).status_code == 302
