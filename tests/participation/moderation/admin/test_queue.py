"""The queue: what waits, for whom, since when, and the way from a line to a decision."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from participation.choices import HideReason, ReportReason
from participation.contributions.actions import report_contribution
from participation.models import Contribution
from participation.moderation.actions.hiding import hide_contribution
from participation.moderation.actions.second_looks import ask_for_second_look
from participation.moderation.admin.addresses import action_url
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory

QUEUE = reverse("participation_contributions:queue")


def queued(client: Any, **query: Any) -> list[Contribution]:
    answer = client.get(QUEUE, query)
    assert answer.status_code == 200
    return list(answer.context["object_list"])


def ago(days: float) -> Any:
    return clock.now() - timedelta(days=days)


@pytest.fixture
def waiting_rows(own: Any, cecilia: Any) -> dict[str, Contribution]:
    """One of each kind, none of them the youngest by its number."""
    rows = {"quiet": ContributionFactory(dialogue=own, received_at=ago(30))}
    rows["review"] = ContributionFactory(dialogue=own, pending=True, received_at=ago(5))
    rows["reports"] = ContributionFactory(dialogue=own, received_at=ago(20))
    with clock.at(ago(2)):
        report_contribution(rows["reports"], ParticipantFactory(), ReportReason.HATE)
    rows["again"] = ContributionFactory(dialogue=own, received_at=ago(25))
    with clock.at(ago(9)):
        hide_contribution(rows["again"], cecilia, HideReason.ADVERTISING)
    with clock.at(ago(8)):
        ask_for_second_look(rows["again"], rows["again"].participant, "Det är ingen reklam.")
    own.feedback_responsible = cecilia
    own.save()
    rows["confirm"] = ContributionFactory(dialogue=own, received_at=ago(1))
    hide_contribution(Contribution.objects.get(pk=rows["confirm"].pk), cecilia, HideReason.THREAT)
    return rows


def test_everything_that_waits_stands_in_it_the_oldest_first(waiting_rows: Any, dag: Any, client_of: Any) -> None:
    client = client_of(dag)
    order = ["again", "review", "reports", "confirm"]
    assert queued(client) == [waiting_rows[name] for name in order]
    page = client.get(QUEUE).content.decode()
    assert "8 dagar" in page and "4 synpunkter väntar" in page
    for name in order:
        assert queued(client, waits=name) == [waiting_rows[name]]
    assert queued(client, age="3") == [waiting_rows["again"], waiting_rows["review"]]


def test_a_line_offers_what_may_be_decided(waiting_rows: Any, dag: Any, cecilia: Any, client_of: Any) -> None:
    page = client_of(dag).get(QUEUE).content.decode()
    for action, name in (("look_again", "again"), ("publish", "review"), ("handle_reports", "reports"), ("confirm_hiding", "confirm")):
        assert action_url(action, waiting_rows[name], back=QUEUE).replace("&", "&amp;") in page, action
    own_hand = client_of(cecilia).get(QUEUE).content.decode()
    assert "/look_again/" not in own_hand.split("<tbody>")[1].split("</tbody>")[0]
    assert "/confirm_hiding/" not in own_hand.split("<tbody>")[1].split("</tbody>")[0]


def test_others_dialogues_are_not_in_it(own: Any, foreign: Any, dag: Any, bo: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=foreign, pending=True, text="Kajen rasar")
    page = client_of(dag).get(QUEUE).content.decode()
    assert queued(client_of(dag)) == [] and "Kajen" not in page and "Hemlig hamnplan" not in page and "Inget väntar" in page
    assert client_of(bo).get(QUEUE).status_code == 302
    assert queued(client_of(dag), dialogue=foreign.pk) == [] and row.shown_code not in page


def test_what_was_withdrawn_waits_for_nobody(own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    report_contribution(row, ParticipantFactory(), ReportReason.HATE)
    Contribution.objects.filter(pk=row.pk).update(state="withdrawn", text="")
    assert queued(client_of(dag)) == []


def test_all_of_the_queue_is_never_all_contributions(waiting_rows: Any, own: Any, dag: Any, client_of: Any) -> None:
    address = reverse("wagtail_bulk_action", args=["participation", "contribution", "handle_reports"])
    asked = client_of(dag).get(address, {"id": "all", "waits": "reports", "next": f"{QUEUE}?waits=reports"})
    assert [row.contribution for row in asked.context["consequences"]] == [waiting_rows["reports"]]
    asked = client_of(dag).get(address, {"id": "all", "next": QUEUE})
    assert len(asked.context["consequences"]) == 4


def test_the_queue_asks_little_however_long_it_is(own: Any, dag: Any, client_of: Any, count_queries: Any) -> None:
    client = client_of(dag)
    ContributionFactory(dialogue=own, pending=True)
    client.get(QUEUE)
    few = count_queries(lambda: client.get(QUEUE))
    for number in range(6):
        dialogue = DialogueFactory(open=True, title=f"Dialog {number}")
        for row in ContributionFactory.create_batch(4, dialogue=dialogue):
            report_contribution(row, ParticipantFactory(), ReportReason.HATE)
    client.get(QUEUE)
    assert count_queries(lambda: client.get(QUEUE)) <= few + 1


@pytest.mark.parametrize("query", [{"dialogue": "x"}, {"waits": "x"}, {"age": "x"}, {"p": "x"}, {"q": "\x00"}])
def test_nonsense_in_the_address_is_no_error(own: Any, dag: Any, client_of: Any, query: dict[str, str]) -> None:
    ContributionFactory(dialogue=own, pending=True)
    assert client_of(dag).get(QUEUE, query).status_code == 200
