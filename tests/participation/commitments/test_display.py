"""How a commitment is drawn: its stations and their dates."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import translation

from cms import clock
from cms.templatetags.dates import short
from participation.choices import CommitmentStatus
from participation.commitments.display import commitment_items, commitment_stations, commitment_views, figures_words, state_words
from participation.commitments.queries import CommitmentRow, commitment_rows
from participation.dialogues.queries import rows_for
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


def test_a_body_shows_a_commitment_as_its_dialogue_does(site_tree: Any) -> None:
    page = follow_up(CommitmentStatus.UNDER_WAY)
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    row = rows_for([page.dialogue], clock.now())[0]
    view, item = commitment_views(request, row)[0], commitment_items(request, commitment_rows([row]))[0]
    assert item.pop("dialogue") == "Lägre fart"
    assert item == {name: view[name] for name in item}
    assert item["url"] == f"{page.url}#{view['id']}"


@pytest.mark.parametrize(
    ("status", "due", "words"),
    [
        ("not_begun", 9, "To be done by {due}"),
        ("under_way", 9, "Being done now, by {due}"),
        ("done", 9, "Done on {today}"),
        ("done", -9, "Done on {today}, too late: promised by {due}"),
        ("changed", 9, "Changed, to be done by {due}"),
        ("dropped", 9, "Will not be done, said on {today}"),
        ("under_way", -9, "Late: promised by {due}, 9 days ago"),
    ],
)
def test_how_it_goes_is_said_in_one_line(site_tree: Any, status: str, due: int, words: str) -> None:
    commitment = Commitment.objects.get(page=follow_up(status))
    commitment.due_on = clock.today() + timedelta(days=due)
    with translation.override("en"):
        told = words.format(due=short(commitment.due_on), today=short(clock.today()))
        assert state_words(CommitmentRow(commitment, commitment.page.dialogue, clock.today())) == told


def test_how_they_go_together_is_a_sentence(site_tree: Any) -> None:
    page = follow_up("done", "done", "under_way", "not_begun", "dropped")
    late = Commitment.objects.get(page=page, status="under_way")
    late.due_on = clock.today() - timedelta(days=1)
    late.save()
    with translation.override("en"):
        assert figures_words([CommitmentRow(row, page.dialogue, clock.today()) for row in page.commitments.all()]) == (
            "2 of 4 are done, 1 is late, 1 will not be done."
        )
        assert figures_words([]) == ""
