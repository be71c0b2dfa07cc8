"""Whoever has a stake proposes to hide, and a second person confirms or turns it down."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from participation.choices import ContributionState, HideReason, ReportReason
from participation.contributions.actions import report_contribution
from participation.models import HideProposal, Report
from participation.moderation.actions.hiding import hide_contribution, publish_contribution
from participation.moderation.actions.proposals import confirm_hiding, reject_hiding
from participation.moderation.rules import conflict_of
from tests.factories import ContributionFactory, ParticipantFactory
from tests.participation.moderation.actions.fairness import fresh, refusal, verbs

pytestmark = pytest.mark.usefixtures("_in_english")


@pytest.fixture
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def with_stake(own: Any, dag: Any) -> Any:
    """Dag is responsible for the answer of the dialogue."""
    own.feedback_responsible = dag
    own.save()
    return dag


# A second person confirms


@pytest.mark.parametrize("stake", ["responsible", "contact", "owner", "last editor", "answered"])
def test_each_stake_makes_hiding_a_proposal(own: Any, dag: Any, given: Any, stake: str) -> None:
    assert conflict_of(dag, given) is None
    if stake == "responsible":
        own.feedback_responsible = dag
    elif stake == "contact":
        own.contact_email = dag.email.upper()
    elif stake == "owner":
        own.owner = dag
    elif stake == "last editor":
        own.save_revision(user=dag)
    own.save()
    if stake == "answered":
        official = ContributionFactory(dialogue=own, official=True, participant=ParticipantFactory(user=dag))
        given = ContributionFactory(dialogue=own, reply_to=official)
    hide_contribution(fresh(given), dag, HideReason.ADVERTISING, "Reklam.")
    assert (fresh(given).state, verbs(given), HideProposal.objects.get().proposed_by) == ("published", ["proposed"], dag)


def test_a_second_person_confirms_and_nobody_their_own(given: Any, with_stake: Any, cecilia: Any) -> None:
    report_contribution(given, ParticipantFactory(), ReportReason.HATE)
    for _twice in range(2):
        hide_contribution(given, with_stake, HideReason.HATE, "Hets.")
    assert "second person decides" in refusal(lambda: confirm_hiding(given, with_stake))
    assert HideProposal.objects.count() == 1 and Report.objects.get().handled_at is None
    confirm_hiding(given, cecilia)
    row = fresh(given)
    assert (row.state, row.hidden_reason, row.public_note) == ("hidden", "hate", "Hets.")
    assert (HideProposal.objects.get().decided_by, verbs(given)) == (cecilia, ["proposed", "hidden"])
    assert Report.objects.get().handled_at is not None


def test_a_second_person_with_a_stake_does_not_confirm(own: Any, given: Any, with_stake: Any, cecilia: Any) -> None:
    own.contact_email = cecilia.email
    own.save()
    hide_contribution(given, with_stake, HideReason.HATE)
    assert "contact of this dialogue" in refusal(lambda: confirm_hiding(given, cecilia))
    assert "already proposed" in refusal(lambda: hide_contribution(given, cecilia, HideReason.HATE))
    assert fresh(given).state == ContributionState.PUBLISHED


def test_a_proposal_turned_down_leaves_it_as_it_was(given: Any, with_stake: Any, cecilia: Any) -> None:
    hide_contribution(given, with_stake, HideReason.ADVERTISING)
    reject_hiding(given, cecilia)
    assert (fresh(given).state, verbs(given), HideProposal.objects.get().confirmed) == ("published", ["proposed", "rejected"], False)
    assert "Nobody proposes" in refusal(lambda: confirm_hiding(given, cecilia))


@pytest.mark.parametrize("reason", [HideReason.UNLAWFUL, HideReason.PERSONAL_DATA])
def test_what_the_law_says_is_hidden_at_once_and_confirmed_afterwards(given: Any, with_stake: Any, cecilia: Any, reason: str) -> None:
    hide_contribution(given, with_stake, reason)
    assert (fresh(given).state, HideProposal.objects.get().decided_at) == ("hidden", None)
    confirm_hiding(given, cecilia)
    assert (fresh(given).state, verbs(given)) == ("hidden", ["proposed", "hidden", "confirmed"])


def test_what_was_hidden_at_once_is_shown_again_when_the_second_person_says_no(given: Any, with_stake: Any, cecilia: Any) -> None:
    hide_contribution(given, with_stake, HideReason.UNLAWFUL)
    reject_hiding(given, cecilia)
    assert fresh(given).state == ContributionState.PUBLISHED


def test_somebody_without_a_stake_hides_at_once_and_settles_the_proposal(given: Any, with_stake: Any, cecilia: Any) -> None:
    hide_contribution(given, with_stake, HideReason.HATE)
    hide_contribution(given, cecilia, HideReason.THREAT)
    assert (fresh(given).hidden_reason, HideProposal.objects.get().confirmed) == ("threat", True)


def test_a_waiting_one_stays_waiting_and_may_be_published(own: Any, with_stake: Any) -> None:
    row = ContributionFactory(dialogue=own, pending=True)
    hide_contribution(row, with_stake, HideReason.HATE)
    assert fresh(row).state == ContributionState.PENDING
    publish_contribution(row, with_stake)
    proposal = HideProposal.objects.get()
    assert (proposal.confirmed, proposal.decided_by) == (False, None)
