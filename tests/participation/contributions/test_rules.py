"""Questions about contributions: who may do what, and when; a no says why."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from cms import clock
from participation.choices import Publishing
from participation.contributions import rules
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, after, before_phase, during

COMMENT, SUPPORT = "comments.comment", "comments.support"


@pytest.mark.django_db
def test_a_right_lasts_as_long_as_its_phase(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    phase = dialogue.phases.get()
    for when, is_allowed in ((before_phase, False), (during, True), (after, False)):
        with when(phase):
            assert bool(rules.may_do(dialogue, COMMENT, clock.now())) is is_allowed
    with during(phase):
        assert rules.may_do(dialogue, COMMENT, clock.now()).phase == phase


@pytest.mark.django_db
@pytest.mark.parametrize("right", ["nothing.comment", "comments.vote"])
def test_a_right_that_no_method_has_is_refused(site_tree: Any, right: str) -> None:
    assert not rules.may_do(DialogueFactory(open=True), right, clock.now())


@pytest.mark.django_db
@pytest.mark.parametrize("closed", ["draft", "cancelled", "record"])
def test_some_dialogues_take_nothing_whatever_their_phases_say(site_tree: Any, closed: str) -> None:
    refused = rules.may_do(DialogueFactory(**{closed: True}), COMMENT, clock.now())
    assert not refused and str(refused.reason)


@pytest.mark.django_db
def test_a_no_says_whether_it_is_too_early_too_late_or_in_between(site_tree: Any) -> None:
    phases = [("Ett", -20, -10, [COMMENT]), ("Två", 10, 20, [COMMENT])]
    dialogue = DialogueFactory(phases=phases)
    reasons = [str(rules.may_do(dialogue, COMMENT, clock.now() + timedelta(days=days)).reason) for days in (-30, 0, 30)]
    assert all(reasons) and len(set(reasons)) == 3
    assert str(rules.may_do(dialogue, SUPPORT, clock.now()).reason) not in reasons


@pytest.mark.django_db
def test_the_writer_edits_for_half_an_hour_and_withdraws_at_any_time(site_tree: Any) -> None:
    row = ContributionFactory()
    writer, stranger = row.participant, ParticipantFactory()
    late = row.received_at + rules.EDIT_WINDOW
    assert rules.can_edit(row, writer, late - timedelta(seconds=1)) and not rules.can_edit(row, writer, late)
    assert rules.can_withdraw(row, writer, late)
    assert not rules.can_edit(row, stranger, row.received_at) and not rules.can_withdraw(row, stranger, row.received_at)
    assert not rules.can_edit(row, None, row.received_at), "whoever has no cookie is nobody's author"


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["hidden", "withdrawn"])
def test_what_is_not_published_is_neither_edited_nor_answered_nor_supported(site_tree: Any, state: str) -> None:
    row = ContributionFactory(**{state: True})
    assert not rules.can_edit(row, row.participant, row.received_at)
    assert not rules.can_reply_to(row, row.dialogue)
    assert not rules.can_support(row, ParticipantFactory(), clock.now())


@pytest.mark.django_db
def test_what_was_reviewed_is_not_changed_behind_the_reviewer(site_tree: Any) -> None:
    row = ContributionFactory(dialogue__publishing=Publishing.BEFORE)
    assert not rules.can_edit(row, row.participant, row.received_at)
    row.state = "pending"
    assert rules.can_edit(row, row.participant, row.received_at)


@pytest.mark.django_db
def test_others_support_and_the_writer_does_not(site_tree: Any) -> None:
    row = ContributionFactory()
    assert rules.can_support(row, ParticipantFactory(), clock.now())
    assert not rules.can_support(row, row.participant, clock.now())


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("Sänk farten.", False),
        ("Se https://a.example och www.b.example.", False),
        ("https://a.example https://b.example www.c.example köp nu", True),
        ("  https://a.example ", True),
    ],
)
def test_texts_that_look_like_advertising_wait(text: str, waits: bool) -> None:
    dialogue = SimpleNamespace(canonical=SimpleNamespace(publishing=Publishing.AFTER))
    assert rules.waits_for_review(dialogue, text) is waits
    dialogue.canonical.publishing = Publishing.BEFORE
    assert rules.waits_for_review(dialogue, text)


@pytest.mark.django_db
def test_moderators_moderate_and_editors_sort(site_tree: Any, bo: Any, dag: Any, astrid: Any) -> None:
    dialogue = DialogueFactory()
    assert (rules.can_moderate(dag, dialogue), rules.can_sort(dag, dialogue)) == (True, True)
    assert (rules.can_moderate(bo, dialogue), rules.can_sort(bo, dialogue)) == (False, True)
    assert (rules.can_moderate(astrid, dialogue), rules.can_sort(astrid, dialogue)) == (False, False)
    dag.is_active = False
    assert not rules.can_moderate(dag, dialogue) and not rules.can_sort(dag, dialogue)
