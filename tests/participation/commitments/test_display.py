"""How a commitment is drawn: its stations and their dates."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from participation.choices import CommitmentStatus
from participation.commitments.display import commitment_stations
from participation.models import Commitment
from tests.participation.commitments.follow_ups import entry, follow_up

pytestmark = pytest.mark.django_db


def test_each_status_has_its_way(site_tree: Any) -> None:
    page = follow_up(*CommitmentStatus.values)
    today = clock.today()
    ways = {}
    for commitment in Commitment.objects.filter(page=page):
        ways[commitment.status] = [station.status for station in commitment_stations(commitment, [], today)]
    assert ways == {
        "not_begun": ["done", "coming", "coming"],
        "under_way": ["done", "current", "coming"],
        "done": ["done", "done", "done"],
        "changed": ["done", "coming", "coming"],
        "dropped": ["done", "cancelled"],
    }
    late = Commitment.objects.filter(page=page, status="under_way").get()
    late.due_on = today - timedelta(days=1)
    assert commitment_stations(late, [], today)[-1].status == "missed"


def test_the_dates_of_the_way_come_from_the_history(site_tree: Any) -> None:
    page = follow_up(CommitmentStatus.DONE)
    commitment = Commitment.objects.get(page=page)
    history = [entry(commitment, status, ago) for status, ago in (("not_begun", 50), ("under_way", 30), ("under_way", 20), ("done", 5))]
    dates = [station.date for station in commitment_stations(commitment, history, clock.today())]
    assert dates == [history[0].date, history[1].date, commitment.status_on]
