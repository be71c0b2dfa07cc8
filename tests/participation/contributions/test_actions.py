"""What people do with contributions: what is stored, what is refused, and what two at once may not break."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import translation

from cms import clock
from participation.choices import Channel, ContributionState, Publishing, ReportReason
from participation.contributions.actions import (
    AlreadySent,
    ContributionRefused,
    edit_contribution,
    give_support,
    post_contribution,
    report_contribution,
    take_back_support,
    withdraw_contribution,
)
from participation.models import Contribution, Phase, Report, Support
from participation.signals import contribution_changed, contribution_received
from tests.factories import (
    ContributionFactory,
    DialogueFactory,
    ParticipantFactory,
    after,
    before_phase,
    day,
    during,
    translated,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_english")]


@pytest.fixture
def _in_english() -> Iterator[None]:
    """Refusals in the words of the code."""
    with translation.override("en"):
        yield


def post(dialogue: Any, participant: Any = None, **given: Any) -> Contribution:
    """Post a comment; what is not said is ordinary."""
    ordinary = {
        "method": "comments",
        "verb": "comment",
        "text": "Bilarna kör för fort.",
        "author_name": "Astrid",
        "language": "sv",
        "participant": participant or ParticipantFactory(),
    }
    return post_contribution(dialogue=dialogue, **(ordinary | given))


def refusal(call: Callable[[], Any]) -> str:
    """The words of a refusal."""
    with pytest.raises(ContributionRefused) as refused:
        call()
    return str(refused.value)


# Posting


def test_a_contribution_gets_a_code_a_time_and_its_phase() -> None:
    dialogue = DialogueFactory(open=True)
    given = post(dialogue, text=" Sänk farten.\r\nTack! ", author_name="  Astrid \n L ", language="en")
    given.refresh_from_db()
    assert (given.text, given.author_name, given.language) == ("Sänk farten.\nTack!", "Astrid L", "en")
    assert given.state == ContributionState.PUBLISHED
    assert given.channel == Channel.WEB
    assert given.phase_key == dialogue.phases.get().translation_key
    assert len(given.receipt_code) == 11
    assert not given.is_official


def test_a_phase_opens_and_closes_to_the_second() -> None:
    phase = DialogueFactory(open=True).phases.get()
    with before_phase(phase):
        assert "not opened" in refusal(lambda: post(phase.page))
    with during(phase):
        post(phase.page)
    with clock.at(phase.closes_at - timedelta(milliseconds=1)):
        post(phase.page)
    with after(phase):
        assert "has closed" in refusal(lambda: post(phase.page))
    assert Contribution.objects.count() == 2


def test_the_time_of_receipt_is_read_after_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A post that had to wait for somebody who closed the phase is late."""
    dialogue = DialogueFactory(open=True)

    def close_meanwhile(page: Any) -> Any:
        Phase.objects.filter(page=page).update(closes_at=clock.read())
        return type(page).objects.get(pk=page.pk)

    monkeypatch.setattr("participation.contributions.actions.hold", close_meanwhile)
    assert "has closed" in refusal(lambda: post(dialogue))
    assert not Contribution.objects.exists()


def test_the_right_must_be_open_in_the_phase() -> None:
    dialogue = DialogueFactory(phases=[("Läs", -1, 5, ["comments.support"])])
    assert "not open for that" in refusal(lambda: post(dialogue))
    assert "not available" in refusal(lambda: post(dialogue, verb="forged"))
    assert "not available" in refusal(lambda: post(dialogue, method="forged"))


@pytest.mark.parametrize("trait", ["cancelled", "record", "draft"])
def test_some_dialogues_take_nothing(trait: str) -> None:
    dialogue = DialogueFactory(**{trait: True})
    assert refusal(lambda: post(dialogue))


def test_a_translation_posts_to_its_canonical_dialogue() -> None:
    dialogue = DialogueFactory(open=True)
    assert post(translated(dialogue)).dialogue_id == dialogue.pk


@pytest.mark.parametrize("text", ["", "   \n\t ", "\x00\x00", "\u202e\u202c", "\u200b\u200d", "\ufeff"])
def test_nothing_is_no_contribution(text: str) -> None:
    dialogue = DialogueFactory(open=True)
    assert "Write something" in refusal(lambda: post(dialogue, text=text))


def test_a_text_may_have_5000_characters() -> None:
    dialogue = DialogueFactory(open=True)
    post(dialogue, text="å" * 5000)
    assert "5001 characters" in refusal(lambda: post(dialogue, text="å" * 5001))
    assert "name is too long" in refusal(lambda: post(dialogue, author_name="A" * 61))


def test_control_characters_and_direction_overrides_are_left_out() -> None:
    given = post(DialogueFactory(open=True), text="A\x00b\u202ec\u2066d\x1b[31m", author_name="E\u202dva\x00")
    assert (given.text, given.author_name) == ("Abcd[31m", "Eva")


def test_an_unknown_language_is_taken_as_swedish() -> None:
    assert post(DialogueFactory(open=True), language="tlh").language == "sv"


# One form, one contribution


def test_a_form_that_is_sent_twice_gives_one_contribution() -> None:
    dialogue, person, key = DialogueFactory(open=True), ParticipantFactory(), uuid4()
    first = post(dialogue, person, idempotency_key=key)
    assert post(dialogue, person, idempotency_key=key).pk == first.pk
    with clock.at(day(400)):
        assert post(dialogue, person, idempotency_key=key).pk == first.pk


def test_a_used_form_with_other_words_is_refused_not_swallowed() -> None:
    dialogue, person, key = DialogueFactory(open=True), ParticipantFactory(), uuid4()
    first = post(dialogue, person, idempotency_key=key)
    with pytest.raises(AlreadySent, match=first.shown_code):
        post(dialogue, person, idempotency_key=key, text="Något annat.")


def test_somebody_elses_form_key_tells_nothing() -> None:
    dialogue, key = DialogueFactory(open=True), uuid4()
    first = post(dialogue, idempotency_key=key)
    with pytest.raises(AlreadySent) as refused:
        post(dialogue, idempotency_key=key)
    assert first.shown_code not in str(refused.value)


def test_a_taken_receipt_code_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    dialogue = DialogueFactory(open=True)
    taken = post(dialogue).receipt_code
    field = Contribution._meta.get_field("receipt_code")
    monkeypatch.setattr(field, "_get_default", lambda: taken)
    assert post(dialogue).receipt_code != taken


# Replies


def test_a_reply_knows_its_thread_and_is_counted() -> None:
    dialogue = DialogueFactory(open=True)
    root = post(dialogue)
    reply = post(dialogue, reply_to=root)
    deeper = post(dialogue, reply_to=reply)
    assert (reply.thread_root_id, deeper.thread_root_id, deeper.reply_to_id) == (root.pk, root.pk, reply.pk)
    root.refresh_from_db()
    assert root.reply_count == 2


@pytest.mark.parametrize(("trait", "words"), [("hidden", "no longer"), ("withdrawn", "no longer"), ("pending", "not in this dialogue")])
def test_only_published_contributions_can_be_answered(trait: str, words: str) -> None:
    target = ContributionFactory(**{trait: True})
    assert words in refusal(lambda: post(target.dialogue, reply_to=target))


def test_a_reply_stays_in_its_dialogue() -> None:
    elsewhere = ContributionFactory()
    assert "not in this dialogue" in refusal(lambda: post(DialogueFactory(open=True), reply_to=elsewhere))


def test_official_answers_name_their_administration(bo: Any) -> None:
    root = ContributionFactory()
    answer = post(root.dialogue, reply_to=root, person=bo, author_name="")
    assert answer.is_official
    assert answer.official_administration == root.dialogue.administration
    assert answer.author_name == "Trafikplanerare"


def test_an_official_may_answer_after_closing_but_begin_no_thread(bo: Any) -> None:
    root = ContributionFactory(dialogue=DialogueFactory(closed=True))
    assert post(root.dialogue, reply_to=root, person=bo).phase_key is None
    assert "has closed" in refusal(lambda: post(root.dialogue, person=bo))


def test_only_those_who_work_with_the_dialogue_answer_officially(astrid: Any) -> None:
    root = ContributionFactory()
    assert "work with this dialogue" in refusal(lambda: post(root.dialogue, reply_to=root, person=astrid))


# Review


def test_some_dialogues_publish_after_review(bo: Any) -> None:
    dialogue = DialogueFactory(open=True, publishing=Publishing.BEFORE)
    assert post(dialogue).state == ContributionState.PENDING
    assert post(dialogue, person=bo).state == ContributionState.PUBLISHED


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Läs https://example.org och www.example.se.", ContributionState.PUBLISHED),
        ("https://a.example https://b.example www.c.example köp", ContributionState.PENDING),
        ("https://a.example", ContributionState.PENDING),
    ],
)
def test_texts_of_links_wait_for_review(text: str, state: str) -> None:
    assert post(DialogueFactory(open=True), text=text).state == state


def test_a_pending_reply_is_not_counted() -> None:
    dialogue = DialogueFactory(open=True, publishing=Publishing.BEFORE)
    root = ContributionFactory(dialogue=dialogue)
    post(dialogue, reply_to=root)
    root.refresh_from_db()
    assert root.reply_count == 0


# Changing and withdrawing


def test_an_edit_keeps_the_earlier_text() -> None:
    given = ContributionFactory(text="Först")
    changed = edit_contribution(given, given.participant, "Sedan", "Ny")
    assert (changed.text, changed.author_name) == ("Sedan", "Ny")
    assert changed.edited_at is not None
    assert given.revisions.get().text == "Först"


def test_an_edit_that_changes_nothing_leaves_no_trace() -> None:
    given = ContributionFactory()
    assert edit_contribution(given, given.participant, given.text, given.author_name).edited_at is None
    assert not given.revisions.exists()


def test_the_edit_window_closes() -> None:
    given = ContributionFactory()
    with clock.at(given.received_at + timedelta(minutes=29)):
        edit_contribution(given, given.participant, "Nytt", "A")
    with clock.at(given.received_at + timedelta(minutes=30)):
        assert "30 minutes" in refusal(lambda: edit_contribution(given, given.participant, "Nyare", "A"))


def test_only_its_author_changes_or_withdraws_a_contribution() -> None:
    given, other = ContributionFactory(), ParticipantFactory()
    for person in (other, None):
        assert "Only the one who wrote it" in refusal(lambda person=person: edit_contribution(given, person, "X", "A"))
        assert "Only the one who wrote it" in refusal(lambda person=person: withdraw_contribution(given, person))
    nobodys = ContributionFactory(participant=None)
    assert refusal(lambda: withdraw_contribution(nobodys, None))


def test_what_was_published_after_review_is_not_changed() -> None:
    given = ContributionFactory(dialogue=DialogueFactory(open=True, publishing=Publishing.BEFORE))
    assert "reviewed" in refusal(lambda: edit_contribution(given, given.participant, "Nytt", "A"))


def test_links_cannot_be_edited_in_past_the_review() -> None:
    given = ContributionFactory()
    assert "several links" in refusal(lambda: edit_contribution(given, given.participant, "www.a.se www.b.se www.c.se köp", "A"))


def test_a_withdrawn_text_lies_among_the_earlier_ones_only() -> None:
    reply = ContributionFactory(reply=True, text="Ångrar mig", author_name="Astrid")
    row = withdraw_contribution(reply, reply.participant)
    assert (row.state, row.text, row.author_name) == (ContributionState.WITHDRAWN, "", "")
    assert (row.revisions.get().text, row.revisions.get().author_name) == ("Ångrar mig", "Astrid")
    assert Contribution.objects.get(pk=reply.thread_root_id).reply_count == 0
    assert "no longer" in refusal(lambda: withdraw_contribution(reply, reply.participant))


# Supporting


def test_a_participant_supports_once() -> None:
    given, person = ContributionFactory(), ParticipantFactory()
    assert [give_support(given, person), give_support(given, person)] == [True, False]
    given.refresh_from_db()
    assert given.support_count == Support.objects.count() == 1
    assert [take_back_support(given, person), take_back_support(given, person)] == [True, False]
    given.refresh_from_db()
    assert given.support_count == Support.objects.count() == 0


@pytest.mark.parametrize("trait", ["hidden", "pending", "withdrawn"])
def test_only_published_contributions_are_supported(trait: str) -> None:
    given = ContributionFactory(**{trait: True})
    assert "no longer published" in refusal(lambda: give_support(given, ParticipantFactory()))


def test_nobody_supports_what_they_wrote_or_a_closed_dialogue() -> None:
    given = ContributionFactory()
    assert "wrote this yourself" in refusal(lambda: give_support(given, given.participant))
    late = ContributionFactory(dialogue=DialogueFactory(closed=True))
    assert "has closed" in refusal(lambda: give_support(late, ParticipantFactory()))


# Reporting


def test_a_report_is_kept_once_per_participant() -> None:
    given, person = ContributionFactory(), ParticipantFactory()
    first = report_contribution(given, person, ReportReason.HATE, " Läs \x00rad två ")
    assert report_contribution(given, person, ReportReason.OTHER).pk == first.pk
    assert (first.reason, first.details) == (ReportReason.HATE, "Läs rad två")
    given.refresh_from_db()
    assert given.state == ContributionState.PUBLISHED


def test_a_report_needs_a_reason_of_the_list_and_something_published() -> None:
    assert "from the list" in refusal(lambda: report_contribution(ContributionFactory(), None, "forged"))
    assert "too long" in refusal(lambda: report_contribution(ContributionFactory(), None, ReportReason.HATE, "x" * 501))
    assert "no longer" in refusal(lambda: report_contribution(ContributionFactory(hidden=True), None, ReportReason.HATE))
    assert not Report.objects.exists()


# Telling others


def test_strangers_are_told_after_the_commit(django_capture_on_commit_callbacks: Any) -> None:
    told: list[tuple[str, str]] = []

    def received(sender: Any, contribution: Contribution, **facts: Any) -> None:
        told.append(("received", contribution.text))

    def changed(sender: Any, contribution: Contribution, change: str, **facts: Any) -> None:
        told.append((change, contribution.text))

    contribution_received.connect(received)
    contribution_changed.connect(changed)
    person, key, dialogue = ParticipantFactory(), uuid4(), DialogueFactory(open=True)
    with django_capture_on_commit_callbacks(execute=True):
        given = post(dialogue, person, text="Hej", idempotency_key=key)
        post(dialogue, person, text="Hej", idempotency_key=key)
        assert told == []
    with django_capture_on_commit_callbacks(execute=True):
        edit_contribution(given, person, "Hej igen", "A")
        give_support(given, ParticipantFactory())
        withdraw_contribution(given, person)
    assert [name for name, _text in told] == ["received", "edited", "supported", "withdrawn"]
