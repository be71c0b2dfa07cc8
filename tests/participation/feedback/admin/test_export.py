"""Themes with their answers, and what is owed, as files."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from tests import factories
from tests.factories import ContributionFactory, ThemeFactory

OVERVIEW = reverse("participation_feedback:overview_export")
OWED = reverse("participation_feedback:owed_export")
As = Callable[[Any], Client]


def themes_of(dialogue: Any) -> str:
    return reverse("participation_feedback:themes_export", args=[dialogue.pk])


def rows(client: Client, address: str) -> list[dict[str, Any]]:
    response = client.post(address, {"format": "jsonl", "purpose": "Underlag till nämnden"})
    assert response.status_code == 200 and response.streaming
    return [json.loads(line) for line in b"".join(response.streaming_content).decode().splitlines()]


def test_a_theme_tells_how_many_are_behind_it_and_what_they_were_answered(own: Any, bo: Any, client_of: As) -> None:
    said = [ContributionFactory(dialogue=own, group_size=20), ContributionFactory(dialogue=own)]
    hidden = ContributionFactory(dialogue=own, hidden=True, group_size=9)
    ThemeFactory(dialogue=own, title="Fart", contributions=[*said, hidden])
    outcome = factories.OutcomeFactory(dialogue=own)
    outcome.items.update(decision=factories.DecisionFactory(dialogue=own, paragraph="136"))
    ThemeFactory(dialogue=own, title="Ljus")
    fast, light = rows(client_of(bo), themes_of(own))
    assert (fast["theme"], fast["contributions"], fast["people"]) == ("Fart", 2, 21)
    assert fast["answer"] == "Det ändrade beslutet: det gör förslaget bättre" and fast["reason"] and "§ 136" in fast["decision"]
    assert (light["contributions"], light["people"], light["answer"], light["decision"]) == (0, 0, None, None)


def test_one_gets_the_themes_of_own_dialogues_only(own: Any, foreign: Any, bo: Any, client_of: As) -> None:
    ThemeFactory(dialogue=own, title="Fart")
    ThemeFactory(dialogue=foreign, title="Hemligt")
    client = client_of(bo)
    assert [row["theme"] for row in rows(client, OVERVIEW)] == ["Fart"]
    assert client.post(themes_of(foreign), {"format": "csv", "purpose": "x"}).status_code == 404


def test_what_is_owed_is_told_body_by_body(own: Any, foreign: Any, bo: Any, cecilia: Any, client_of: As) -> None:
    late = factories.DialogueFactory(overdue=True, title="Sen")
    told = {row["dialogue"]: row for row in rows(client_of(bo), OWED)}
    assert set(told) == {own.title, "Sen"}
    assert told["Sen"]["days_late"] > 0 and told["Sen"]["body"] == late.body.name
    assert told["Sen"]["promised_by"] == late.feedback_due_on.isoformat()
    assert foreign.title in {row["dialogue"] for row in rows(client_of(cecilia), OWED)}


def test_each_list_leads_to_its_export(own: Any, bo: Any, client_of: As) -> None:
    client = client_of(bo)
    for name, arguments, address in (("overview", [], OVERVIEW), ("owed", [], OWED), ("themes", [own.pk], themes_of(own))):
        page = client.get(reverse(f"participation_feedback:{name}", args=arguments)).content.decode()
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_the_log_of_one_dialogue_stands_in_its_history(own: Any, bo: Any, client_of: As) -> None:
    rows(client_of(bo), themes_of(own))
    assert PageLogEntry.objects.get(action="cms.export").page_id == own.pk
    rows(client_of(bo), OWED)
    assert ModelLogEntry.objects.get(action="cms.export").data["list"] == "Det här är vi skyldiga svar på"


@pytest.mark.parametrize("address", [OVERVIEW, OWED])
def test_queries_do_not_follow_the_rows(own: Any, bo: Any, client_of: As, address: str) -> None:
    client = client_of(bo)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            rows(client, address)
        return len(captured)

    ThemeFactory(dialogue=own)
    asked()
    few = asked()
    for _number in range(6):
        ThemeFactory()
    assert asked() == few
