"""What every decision of moderation has in common: who may take it, what it writes, and what it settles."""

from typing import Any

from cms import clock
from participation.choices import ContributionState, HideReason, ReportReason
from participation.contributions.actions import report_contribution
from participation.models import Contribution, HideProposal, Report, SecondLook
from participation.moderation.actions import decisions
from participation.moderation.actions.decisions import Verb
from participation.moderation.actions.second_looks import ask_for_second_look
from participation.signals import contribution_changed
from tests.factories import ContributionFactory, ParticipantFactory
from tests.participation.moderation.actions.fairness import fresh, refusal, verbs


def proposal(row: Contribution, by: Any) -> HideProposal:
    """Somebody proposes to hide it."""
    return HideProposal.objects.create(
        contribution=row, reason=HideReason.HATE, conflict="contact", proposed_by=by, proposed_at=clock.now()
    )


def test_only_its_moderators_hold_a_contribution(given: Any, dag: Any, edda: Any, bo: Any) -> None:
    row, at = decisions.hold_to_moderate(given, dag)
    assert row == given and at <= clock.now()
    for stranger in (edda, bo):
        assert refusal(lambda stranger=stranger: decisions.hold_to_moderate(given, stranger))


def test_what_was_withdrawn_is_refused_by_its_code(own: Any, given: Any) -> None:
    withdrawn = ContributionFactory(dialogue=own, withdrawn=True)
    decisions.refuse_withdrawn(given)
    assert withdrawn.shown_code in refusal(lambda: decisions.refuse_withdrawn(withdrawn))


def test_a_decision_is_written_and_told_to_strangers(given: Any, dag: Any, django_capture_on_commit_callbacks: Any) -> None:
    told = []

    def listen(sender: Any, change: str, **kwargs: Any) -> None:
        told.append(change)

    contribution_changed.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            written = decisions.write_decision(given, Verb.KEPT, dag, clock.now(), note="Står kvar.")
    finally:
        contribution_changed.disconnect(listen)
    assert (written.decided_by, written.note, verbs(given), told) == (dag, "Står kvar.", ["kept"], ["kept"])


def test_hiding_looks_at_its_reports_and_publishing_forgets_why_it_was_hidden(given: Any, dag: Any) -> None:
    report_contribution(given, ParticipantFactory(), ReportReason.HATE)
    decisions.hide(fresh(given), dag, clock.now(), HideReason.HATE, "Hets.")
    row = fresh(given)
    assert (row.state, row.hidden_reason, row.public_note) == (ContributionState.HIDDEN, "hate", "Hets.")
    assert Report.objects.get().handled_at is not None
    decisions.publish(row, dag, clock.now(), Verb.SHOWN)
    row = fresh(given)
    assert (row.state, row.hidden_reason, row.public_note, verbs(given)) == (ContributionState.PUBLISHED, "", "", ["hidden", "shown"])


def test_a_hidden_reply_no_longer_counts_in_its_thread(given: Any, dag: Any) -> None:
    reply = ContributionFactory(dialogue=given.dialogue, reply_to=given)
    decisions.hide(fresh(reply), dag, clock.now(), HideReason.HATE, "")
    assert fresh(given).reply_count == 0
    decisions.publish(fresh(reply), dag, clock.now(), Verb.SHOWN)
    assert fresh(given).reply_count == 1


def test_who_hid_or_proposed_it_is_no_second_person(hidden: Any, dag: Any, cecilia: Any) -> None:
    ask_for_second_look(hidden, hidden.participant, "Det är inget hot.")
    proposal(hidden, dag)
    decisions.publish(fresh(hidden), dag, clock.now(), Verb.SHOWN)
    assert (SecondLook.objects.get().upheld, SecondLook.objects.get().decided_by) == (False, None)
    assert (HideProposal.objects.get().confirmed, HideProposal.objects.get().decided_by) == (False, None)
    again = proposal(hidden, dag)
    decisions.close_proposals(hidden, cecilia, clock.now(), confirmed=True)
    again.refresh_from_db()
    assert (again.confirmed, again.decided_by) == (True, cecilia)
