"""The list of dialogues as a file."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db

EXPORT = reverse("participation_dialogues:export")
As = Callable[[Any], Client]


def rows(client: Client, query: str = "") -> list[dict[str, Any]]:
    response = client.post(f"{EXPORT}?{query}", {"format": "jsonl", "purpose": "Underlag till nämnden"})
    assert response.status_code == 200 and response.streaming
    return [json.loads(line) for line in b"".join(response.streaming_content).decode().splitlines()]


def test_a_row_tells_how_a_dialogue_stands(client_of: As, dag: Any) -> None:
    page = factories.DialogueFactory(overdue=True, title="Bron", feedback_responsible=dag)
    factories.ContributionFactory(dialogue=page, group_size=12)
    factories.ContributionFactory(dialogue=page, official=True)
    factories.ThemeFactory(dialogue=page)
    told = rows(client_of(dag))[0]
    assert told["title"] == "Bron" and told["is_overdue"] is True and told["state"] == "Stängd"
    assert (told["contributions"], told["people"], told["themes"]) == (1, 12, 1)
    assert told["administration"] == page.administration.name and told["body"] == page.body.name
    assert told["responsible"] == "Redaktör" and told["promised_by"] == page.feedback_due_on.isoformat()
    assert told["opens_at"] < told["closes_at"]


def test_a_cancelled_dialogue_promises_no_day_in_the_file(client_of: As, dag: Any) -> None:
    factories.DialogueFactory(closed=True, cancelled=True)
    assert rows(client_of(dag))[0]["promised_by"] is None


@pytest.mark.parametrize(
    ("query", "found"),
    [("", {"Öppen", "Stängd", "Utkast"}), ("state=open", {"Öppen", "Utkast"}), ("q=stängd", {"Stängd"}), ("q=finns", set())],
)
def test_the_file_follows_the_list(client_of: As, dag: Any, query: str, found: set[str]) -> None:
    factories.DialogueFactory(title="Öppen", open=True)
    factories.DialogueFactory(title="Stängd", closed=True)
    factories.DialogueFactory(title="Utkast", draft=True)
    factories.DialogueFactory(title="Annans öppna", open=True, parent=factories.SectionFactory())
    client = client_of(dag)
    listed = {page.title for page in client.get(f"/admin/dialogues/?{query}").context["object_list"]}
    assert {row["title"] for row in rows(client, query)} == found == listed


def test_the_list_leads_to_the_page_before_the_file(client_of: As, dag: Any) -> None:
    factories.DialogueFactory(open=True)
    client = client_of(dag)
    assert f'href="{EXPORT}?state=open"' in client.get("/admin/dialogues/?state=open").content.decode()
    assert client.get(f"{EXPORT}?state=open").context["export"].number == 1


@pytest.mark.parametrize("query", ["state=x", "body=9999", "administration_id=x"])
def test_a_nonsensical_filter_gives_words(client_of: As, dag: Any, query: str) -> None:
    response = client_of(dag).post(f"{EXPORT}?{query}", {"format": "csv", "purpose": "x"})
    assert not response.streaming and response.context["form"].non_field_errors()


def test_who_edits_no_dialogue_gets_no_file(client_of: As, astrid: Any, site_tree: Any) -> None:
    for person, status in ((astrid, 409), (factories.UserFactory(staff=True), 409)):
        response = client_of(person).post(EXPORT, {"format": "csv", "purpose": "x"})
        assert response.status_code == status and not response.streaming


def test_queries_do_not_follow_the_dialogues(client_of: As, dag: Any) -> None:
    client = client_of(dag)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            rows(client)
        return len(captured)

    factories.DialogueFactory(closed=True)
    asked()
    few = asked()
    factories.DialogueFactory.create_batch(5, closed=True)
    assert asked() == few
