"""Fair moderation: another person looks again, a second person confirms, names are masked, and who looked when is known."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from cms import clock
from cms.refusals import ActionRefused
from participation.choices import ContributionState, HideReason, ReportReason
from participation.contributions.actions import edit_contribution, report_contribution
from participation.models import Contribution, HideProposal, ModerationDecision, ModerationLook, Report, SecondLook
from participation.moderation.actions.hiding import hide_contribution, publish_contribution, show_contribution
from participation.moderation.actions.names import mask_name, masked_name, unmask_name
from participation.moderation.actions.proposals import confirm_hiding, reject_hiding
from participation.moderation.actions.second_looks import ask_for_second_look, decide_second_look
from participation.moderation.rules import conflict_of
from participation.moderation.supervision import note_supervision
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, UserFactory

pytestmark = pytest.mark.usefixtures("_in_english")


@pytest.fixture
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def refusal(call: Callable[[], Any]) -> str:
    with pytest.raises(ActionRefused) as refused:
        call()
    return str(refused.value)


def fresh(row: Contribution) -> Contribution:
    return Contribution.objects.get(pk=row.pk)


def verbs(row: Contribution) -> list[str]:
    return list(row.moderation_decisions.order_by("pk").values_list("verb", flat=True))


@pytest.fixture
def given(own: Any) -> Contribution:
    return ContributionFactory(dialogue=own, text="Kommunen borde skämmas.")


@pytest.fixture
def with_stake(own: Any, dag: Any) -> Any:
    """Dag is responsible for the answer of the dialogue."""
    own.feedback_responsible = dag
    own.save()
    return dag


# Another person looks again


def test_only_the_writer_asks_and_only_once(given: Any, dag: Any) -> None:
    assert "not hidden" in refusal(lambda: ask_for_second_look(given, given.participant, "Nej"))
    hide_contribution(given, dag, HideReason.THREAT)
    assert "Only the one who wrote it" in refusal(lambda: ask_for_second_look(given, ParticipantFactory(), "Nej"))
    assert "Only the one who wrote it" in refusal(lambda: ask_for_second_look(given, None, "Nej"))
    assert "Write why" in refusal(lambda: ask_for_second_look(given, given.participant, " \n"))
    assert "room for" in refusal(lambda: ask_for_second_look(given, given.participant, "x" * 1001))
    first = ask_for_second_look(given, given.participant, "Det är inget hot.")
    assert ask_for_second_look(given, given.participant, "Igen").pk == first.pk
    assert SecondLook.objects.get().words == "Det är inget hot." and first.hidden_by == dag


def test_who_hid_it_does_not_decide_not_even_as_a_superuser(given: Any, dag: Any, cecilia: Any) -> None:
    dag.is_superuser = True
    dag.save()
    hide_contribution(given, dag, HideReason.THREAT)
    ask_for_second_look(given, given.participant, "Det är inget hot.")
    assert "took part in hiding" in refusal(lambda: decide_second_look(given, dag, upheld=True, answer="Jo."))
    decide_second_look(given, cecilia, upheld=True, answer="Jag har läst den också.")
    look = SecondLook.objects.get()
    assert (look.upheld, look.decided_by, look.answer, fresh(given).state) == (True, cecilia, "Jag har läst den också.", "hidden")
    assert verbs(given) == ["hidden", "upheld"]
    assert "Nobody waits" in refusal(lambda: decide_second_look(given, cecilia, upheld=False, answer="Hm."))
    assert "already" in refusal(lambda: ask_again_with_new_form(given))


def ask_again_with_new_form(given: Contribution) -> None:
    from participation.contributions.actions import require
    from participation.moderation.rules import can_ask_again

    require(can_ask_again(fresh(given), given.participant))


def test_the_database_refuses_the_one_who_hid_it(given: Any, dag: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    look = ask_for_second_look(given, given.participant, "Nej.")
    with pytest.raises(IntegrityError), transaction.atomic():
        SecondLook.objects.filter(pk=look.pk).update(decided_by=dag, decided_at=clock.now(), upheld=True)


def test_a_changed_decision_shows_it_again_and_a_new_hiding_may_be_asked_about(given: Any, dag: Any, cecilia: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    ask_for_second_look(given, given.participant, "Det är inget hot.")
    assert "Write an answer" in refusal(lambda: decide_second_look(given, cecilia, upheld=False, answer=" "))
    decide_second_look(given, cecilia, upheld=False, answer="Du har rätt.")
    assert (fresh(given).state, SecondLook.objects.get().upheld, verbs(given)) == ("published", False, ["hidden", "shown"])
    hide_contribution(given, dag, HideReason.ADVERTISING)
    ask_for_second_look(given, given.participant, "Inte heller det.")
    assert SecondLook.objects.filter(decided_at=None).count() == 1


def test_who_regrets_hiding_shows_it_again_without_being_another_person(given: Any, dag: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    ask_for_second_look(given, given.participant, "Nej.")
    show_contribution(given, dag)
    look = SecondLook.objects.get()
    assert (look.upheld, look.decided_by) == (False, None) and look.decided_at is not None


def test_who_moderates_elsewhere_does_not_look_again(given: Any, dag: Any, edda: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    ask_for_second_look(given, given.participant, "Nej.")
    assert "may not moderate" in refusal(lambda: decide_second_look(given, edda, upheld=False, answer="Jo."))


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


# Names


def test_a_masked_name_is_shown_nowhere_and_kept_for_the_record(own: Any, given: Any, dag: Any, client_of: Any) -> None:
    Contribution.objects.filter(pk=given.pk).update(author_name="Hilda Hemlig")
    mask_name(given, dag)
    mask_name(given, dag)
    row = fresh(given)
    assert (row.author_name, row.name_masked, masked_name(row), verbs(given)) == ("", True, "Hilda Hemlig", ["masked"])
    for address in (own.get_url(), f"/kvitto/{row.shown_code}/"):
        page = client_of(None).get(address).content.decode()
        assert "Hilda" not in page and "namnet är maskerat" in page
    unmask_name(given, dag)
    assert (fresh(given).author_name, fresh(given).name_masked) == ("Hilda Hemlig", False)


def test_masking_holds_when_the_writer_edits(given: Any, dag: Any) -> None:
    mask_name(given, dag)
    edit_contribution(given, given.participant, "Nya ord.", "Ett nytt namn")
    row = fresh(given)
    assert (row.text, row.author_name, row.name_masked) == ("Nya ord.", "", True)


def test_what_has_no_name_is_not_masked(own: Any, dag: Any, bo: Any, given: Any) -> None:
    assert "no name" in refusal(lambda: mask_name(ContributionFactory(dialogue=own, author_name=""), dag))
    assert "not masked" in refusal(lambda: mask_name(ContributionFactory(dialogue=own, official=True), dag))
    assert "may not moderate" in refusal(lambda: mask_name(given, bo))


# Who looked when


def test_a_look_is_written_once_a_quarter_of_an_hour_for_each_dialogue(own: Any, dag: Any, bo: Any) -> None:
    rows = [*ContributionFactory.create_batch(2, dialogue=own), ContributionFactory(dialogue=DialogueFactory(open=True))]
    assert (note_supervision(dag, rows), note_supervision(dag, rows)) == (2, 0)
    look = ModerationLook.objects.get(dialogue=own)
    assert (look.person, look.seen, look.seen_until) == (dag, 2, max(row.received_at for row in rows[:2]))
    with clock.at(clock.now() + timedelta(minutes=16)):
        assert note_supervision(dag, rows) == 2
    assert note_supervision(bo, rows) == 0 and note_supervision(dag, []) == 0


def test_the_log_is_read_by_those_who_supervise(own: Any, foreign: Any, given: Any, dag: Any, bo: Any, edda: Any, client_of: Any) -> None:
    from participation.moderation.admin.addresses import list_url, log_url

    client = client_of(dag)
    client.get(list_url())
    page = client.get(log_url()).content.decode()
    assert own.title in page and foreign.title not in page and "Dag" in page
    assert "Dag" in client.get(log_url(own)).content.decode()
    assert client.get(log_url(foreign)).status_code == 404
    assert own.title not in client_of(bo).get(log_url()).content.decode()
    own.feedback_responsible = bo
    own.save()
    assert own.title in client_of(bo).get(log_url()).content.decode()


def test_an_account_that_goes_leaves_the_record(given: Any, dag: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    other = UserFactory(staff=True)
    ModerationDecision.objects.update(decided_by=other)
    other.delete()
    assert ModerationDecision.objects.get().decided_by is None
