"""Traces of an account: told as what was done and when; taken out of a row that may stay, and deleted with one that may not."""

from typing import Any

import pytest

from cms import clock
from cms.accounts.personal_data import person_for
from cms.accounts.traces import Trace, traces
from cms.following.actions import follow_as
from cms.following.models import Follow
from participation.models import ModerationDecision
from tests.factories import ModerationDecisionFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

DECIDED, FOLLOWED = "participation.ModerationDecision.decided_by", "cms_following.Follow.follower"
ENTRY = traces("test_work", "Arbete", [DECIDED, FOLLOWED])


@pytest.fixture
def decision(astrid: Any) -> ModerationDecision:
    """Astrid's, and somebody else's beside it."""
    ModerationDecisionFactory(decided_by=UserFactory())
    return ModerationDecisionFactory(decided_by=astrid)


def test_it_tells_what_was_done_in_which_part_and_when(decision: ModerationDecision, astrid: Any) -> None:
    (section,) = ENTRY.export(person_for(user=astrid))
    (row,) = section.rows
    assert (row["number"], row["at"]) == (str(decision.pk), decision.decided_at)
    assert row["kind"] == str(ModerationDecision._meta.verbose_name) and set(row) == set(section.columns)


def test_somebody_without_traces_is_not_concerned(decision: ModerationDecision, astrid: Any) -> None:
    stranger = person_for(user=UserFactory())
    assert ENTRY.concerns(person_for(user=astrid)) and not ENTRY.concerns(stranger) and ENTRY.export(stranger) == []


def test_a_row_that_may_stay_without_stays_and_another_goes(decision: ModerationDecision, astrid: Any) -> None:
    follow_as(astrid, "participation.dialogue", decision.contribution.dialogue_id, "at_once", "sv")
    person = person_for(user=astrid)
    assert Trace(FOLLOWED).holder(person) == person.follower
    ENTRY.erase(person, clock.now())
    decision.refresh_from_db()
    assert decision.decided_by is None and not Follow.objects.exists()
    assert ModerationDecision.objects.exclude(decided_by=None).count() == 1, "somebody else's stays theirs"
    assert ENTRY.models == (DECIDED, FOLLOWED)
