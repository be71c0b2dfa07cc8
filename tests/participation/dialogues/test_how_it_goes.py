"""The page on how a dialogue goes: its example is drawn by the timeline, every station and every sign is told, in both languages."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from cms import clock
from participation.dialogues.how_it_goes import how_it_goes_context
from participation.dialogues.stations import CANCELLED, COMING, CURRENT, DONE, MISSED
from tests.factories import DialogueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

ADDRESS = "/sa-gar-en-dialog-till/"


def shown(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("days", [0, 100, 300])
def test_the_example_is_drawn_by_the_timeline_whatever_the_day(days: int) -> None:
    with clock.at(clock.now() + timedelta(days=days)):
        context: dict[str, Any] = how_it_goes_context()
    assert [station.name for station in context["stations"]] == ["question", "open", "decision", "answer", "done"]
    assert [station.status for station in context["stations"]] == [*[DONE] * 4, CURRENT]


def test_every_station_and_every_sign_is_told() -> None:
    context = how_it_goes_context()
    assert [station["name"] for station in context["told"]] == ["question", "open", "answer", "decision", "done"]
    assert {sign.status for sign in context["signs"]} == {DONE, CURRENT, COMING, MISSED, CANCELLED}


def test_it_is_read_in_swedish_and_in_english_and_the_way_leads_to_it() -> None:
    assert "<h1>Så går en dialog till</h1>" in shown(ADDRESS)
    assert "<h1>How a dialogue goes</h1>" in shown("/en/how-a-dialogue-goes/")
    assert f'class="progress__legend no-print"><a href="{ADDRESS}">' in shown(DialogueFactory(open=True).url)
