"""Questions of fair moderation: who has a stake, who asks, looks again and confirms; a no says why."""

from typing import Any

import pytest

from participation.choices import ConflictKind, HideReason
from participation.models import HideProposal
from participation.moderation import rules
from participation.moderation.actions.hiding import hide_contribution, show_contribution
from participation.moderation.actions.second_looks import ask_for_second_look
from tests.factories import ContributionFactory, ParticipantFactory


@pytest.mark.parametrize("field, kind", [("feedback_responsible", ConflictKind.RESPONSIBLE), ("owner", ConflictKind.WRITER)])
def test_who_answers_for_a_dialogue_or_wrote_its_page_has_a_stake(
    own: Any, dag: Any, cecilia: Any, given: Any, field: str, kind: str
) -> None:
    setattr(own, field, dag)
    assert (rules.conflict_of(dag, given), rules.conflict_of(cecilia, given)) == (kind, None)


def test_the_contact_is_known_by_address_or_by_name(own: Any, dag: Any, given: Any) -> None:
    own.contact_email, own.contact_name = dag.email.upper(), ""
    assert rules.conflict_of(dag, given) == ConflictKind.CONTACT
    own.contact_email, own.contact_name = "", dag.get_full_name().upper()
    assert rules.conflict_of(dag, given) == ConflictKind.CONTACT
    own.contact_name = dag.first_name = ""
    assert rules.conflict_of(dag, given) is None, "a person without a name is not the contact of a dialogue without one"


def test_who_gave_the_official_answer_has_a_stake_in_its_replies(own: Any, dag: Any, cecilia: Any) -> None:
    answer = ContributionFactory(dialogue=own, official=True, participant=ParticipantFactory(user=dag))
    reply = ContributionFactory(dialogue=own, reply_to=answer)
    assert (rules.conflict_of(dag, reply), rules.conflict_of(cecilia, reply)) == (ConflictKind.ANSWERED, None)


def test_the_writer_asks_once_for_each_time_it_was_hidden(given: Any, hidden: Any, dag: Any) -> None:
    assert not rules.can_ask_again(given, given.participant), "it is not hidden"
    assert not rules.can_ask_again(hidden, None) and not rules.can_ask_again(hidden, given.participant)
    assert rules.can_ask_again(hidden, hidden.participant)
    ask_for_second_look(hidden, hidden.participant, "Det är inget hot.")
    assert not rules.can_ask_again(hidden, hidden.participant)
    again = hide_contribution(show_contribution(hidden, dag), dag, HideReason.THREAT)
    assert rules.can_ask_again(again, hidden.participant)


def test_who_hid_it_or_has_a_stake_does_not_look_again(own: Any, hidden: Any, dag: Any, cecilia: Any) -> None:
    assert rules.can_look_again(cecilia, hidden)
    refused = rules.can_look_again(dag, hidden)
    hidden.dialogue.owner = cecilia
    with_stake = rules.can_look_again(cecilia, hidden)
    assert not refused and not with_stake and str(refused.reason) != str(with_stake.reason) == rules.STAKES[ConflictKind.WRITER]


def test_nobody_confirms_their_own_proposal(own: Any, given: Any, dag: Any, bo: Any, cecilia: Any) -> None:
    proposal = HideProposal(contribution=given, proposed_by=dag)
    own.feedback_responsible = bo
    assert [bool(rules.can_confirm(person, proposal)) for person in (dag, bo, cecilia)] == [False, False, True]
