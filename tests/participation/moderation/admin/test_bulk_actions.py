"""Many at once: what is asked, what happens, and that foreign rows refuse it all without a trace."""

import re
from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from participation.models import Contribution, ModerationDecision, Report
from tests.factories import ContributionFactory, ParticipantFactory
from tests.participation.moderation.admin.bulk_tools import ANSWERS, HIDE, address, confirm, said, states


def test_hiding_asks_and_then_hides(own: Any, dag: Any, client_of: Any) -> None:
    one, two, withdrawn = *ContributionFactory.create_batch(2, dialogue=own), ContributionFactory(dialogue=own, withdrawn=True, text="")
    client = client_of(dag)
    page = client.get(address("hide", one, two, withdrawn))
    assert (page.context["changing"], page.context["staying"]) == (2, 1)
    assert states(one, two) == ["published"] * 2
    done = confirm(client, "hide", one, two, withdrawn, **HIDE)
    assert done.status_code == 302
    assert states(one, two, withdrawn) == ["hidden", "hidden", "withdrawn"]
    decision = ModerationDecision.objects.get(contribution=one)
    assert (decision.verb, decision.reason, decision.note, decision.decided_by) == ("hidden", "threat", "Hotfullt.", dag)
    assert re.search(r"\b2\b", said(done))


def test_showing_again_is_logged(own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own, hidden=True)
    confirm(client_of(dag), "show", row)
    assert states(row) == ["published"]
    assert list(row.moderation_decisions.values_list("verb", flat=True)) == ["shown", "hidden"]


def test_publishing_what_waits(own: Any, dag: Any, client_of: Any) -> None:
    waits, stands = ContributionFactory(dialogue=own, pending=True), ContributionFactory(dialogue=own)
    confirm(client_of(dag), "publish", waits, stands)
    assert states(waits, stands) == ["published"] * 2
    assert ModerationDecision.objects.get().contribution == waits


def test_reports_are_marked_as_looked_at(own: Any, dag: Any, client_of: Any) -> None:
    row, other = ContributionFactory.create_batch(2, dialogue=own)
    Report.objects.create(contribution=row, participant=ParticipantFactory(), reason="hate", reported_at=clock.now())
    confirm(client_of(dag), "handle_reports", row, other)
    assert Report.objects.get().handled_at is not None and states(row) == ["published"]


@pytest.mark.parametrize("action", ["hide", "show", "publish", "handle_reports"])
def test_who_may_not_publish_does_not_moderate(own: Any, bo: Any, client_of: Any, action: str) -> None:
    row = ContributionFactory(dialogue=own)
    for answer in (client_of(bo).get(address(action, row)), client_of(bo).post(address(action, row), HIDE)):
        assert answer.status_code == 302 and said(answer)
    assert states(row) == ["published"]


@pytest.mark.parametrize("action", ANSWERS)
def test_residents_do_nothing_here(own: Any, astrid: Any, client_of: Any, action: str) -> None:
    row = ContributionFactory(dialogue=own)
    assert client_of(astrid).post(address(action, row), ANSWERS[action]).status_code in (302, 404, 409)  # 409: what was written is kept
    assert states(row) == ["published"]


def test_a_wrong_reason_keeps_the_form(own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    answer = confirm(client_of(dag), "hide", row, reason="because", note="Kvar.")
    assert answer.status_code == 200 and "Kvar." in answer.content.decode()
    assert states(row) == ["published"]


def test_a_refusal_midway_leaves_all_as_they_were(own: Any, dag: Any, client_of: Any) -> None:
    """One is withdrawn between the question and the answer... of the other browser's tab."""
    one, two = ContributionFactory.create_batch(2, dialogue=own, pending=True)
    client = client_of(dag)
    asked = client.get(address("publish", one, two))
    Contribution.objects.filter(pk=two.pk).update(state="withdrawn", text="")
    client.post(asked.context["submit_url"], {"chosen": asked.context["chosen"]})
    assert states(one, two) == ["published", "withdrawn"]


def test_wagtails_deletion_is_not_offered(own: Any, dag: Any, cecilia: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    assert client_of(cecilia).post(address("delete", row)).status_code == 404
    page = client_of(dag).get(reverse("participation_contributions:list")).content.decode()
    assert "/bulk/participation/contribution/delete/" not in page
    assert Contribution.objects.filter(pk=row.pk).exists()
