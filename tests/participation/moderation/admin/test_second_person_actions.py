"""What another person decides about contributions: offered to the right one, with what must be read first."""

from typing import Any

import pytest

from participation.choices import HideReason
from participation.models import Contribution, HideProposal, SecondLook
from participation.moderation.actions.hiding import hide_contribution
from participation.moderation.actions.second_looks import ask_for_second_look
from participation.moderation.admin.rows import with_what_staff_see
from participation.moderation.admin.second_person_actions import (
    ConfirmHidingAction,
    LookAgainAction,
    MaskNameAction,
    RejectHidingAction,
    UnmaskNameAction,
)
from tests.factories import ContributionFactory
from tests.participation.moderation.admin.bulk_tools import confirm, said, states


@pytest.fixture
def asked(hidden: Any) -> Contribution:
    """Hidden by Dag; Astrid asks for somebody else."""
    ask_for_second_look(hidden, hidden.participant, "Det är inget hot.")
    return hidden


@pytest.fixture
def proposed(own: Any, given: Any, dag: Any) -> Contribution:
    """Dag, who answers for the dialogue, proposes to hide it."""
    own.feedback_responsible = dag
    own.save()
    hide_contribution(given, dag, HideReason.HATE, "Hets.")
    return given


def seen(row: Contribution) -> Contribution:
    """A contribution as a list of the admin holds it."""
    return with_what_staff_see(Contribution.objects.filter(pk=row.pk)).get()


def test_looking_again_is_for_another_person_where_somebody_asked(asked: Any, given: Any, dag: Any, cecilia: Any) -> None:
    row = seen(asked)
    assert LookAgainAction.why_not(row, dag) and not LookAgainAction.why_not(row, cecilia)
    assert LookAgainAction.stays(seen(given))
    read = " ".join(LookAgainAction.details(row))
    assert asked.text in read and "Hets." in read and "Det är inget hot." in read


def test_the_answer_of_who_looks_again_is_kept(asked: Any, cecilia: Any, client_of: Any) -> None:
    done = confirm(client_of(cecilia), "look_again", asked, verdict="shown", answer="Det var inget hot.")
    assert done.status_code == 302 and "1" in said(done)
    look = SecondLook.objects.get()
    assert (look.upheld, look.decided_by, look.answer, states(asked)) == (False, cecilia, "Det var inget hot.", ["published"])


def test_a_proposal_is_read_whole_and_decided_by_a_second_person(proposed: Any, dag: Any, cecilia: Any) -> None:
    row = seen(proposed)
    for action in (ConfirmHidingAction, RejectHidingAction):
        assert action.why_not(row, dag) and not action.why_not(row, cecilia)
    assert str(dag) in ConfirmHidingAction.details(row)[1] and "Hets." in ConfirmHidingAction.details(row)[1]


@pytest.mark.parametrize("action, state, confirmed", [("confirm_hiding", "hidden", True), ("reject_hiding", "published", False)])
def test_the_second_person_decides(proposed: Any, cecilia: Any, client_of: Any, action: str, state: str, confirmed: bool) -> None:
    confirm(client_of(cecilia), action, proposed)
    assert (states(proposed), HideProposal.objects.get().confirmed) == ([state], confirmed)


def test_a_name_is_masked_and_shown_again(given: Any, dag: Any, client_of: Any) -> None:
    client, name = client_of(dag), given.author_name
    confirm(client, "mask_name", given)
    masked = seen(given)
    assert masked.name_masked and name not in masked.shown_name
    assert UnmaskNameAction.stays(masked) == ""
    confirm(client, "unmask_name", given)
    assert seen(given).shown_name == name and UnmaskNameAction.stays(seen(given))


def test_a_name_that_is_not_there_or_is_the_administrations_is_not_masked(own: Any) -> None:
    rows = [ContributionFactory(dialogue=own, **facts) for facts in ({"official": True}, {"author_name": ""}, {"withdrawn": True})]
    assert all(MaskNameAction.stays(row) for row in rows)
