"""What moderators decide: hide, show again, publish, leave as it is after a report."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import translation

from participation.choices import ContributionState, HideReason, Publishing, ReportReason
from participation.contributions.actions import ContributionRefused, post_contribution, report_contribution
from participation.models import Contribution, ModerationDecision, Report
from participation.moderation.actions.hiding import handle_reports, hide_contribution, publish_contribution, show_contribution
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_english")]


@pytest.fixture
def _in_english() -> Iterator[None]:
    """Refusals in the words of the code."""
    with translation.override("en"):
        yield


def refusal(call: Callable[[], Any]) -> str:
    with pytest.raises(ContributionRefused) as refused:
        call()
    return str(refused.value)


def fresh(contribution: Contribution) -> Contribution:
    return Contribution.objects.get(pk=contribution.pk)


def test_hiding_keeps_the_text_and_says_who_and_why(cecilia: Any) -> None:
    given = ContributionFactory(text="Hot")
    report_contribution(given, ParticipantFactory(), ReportReason.THREAT)
    hide_contribution(given, cecilia, HideReason.THREAT, " Språket var \n hotfullt. ")
    row = fresh(given)
    assert (row.state, row.hidden_reason, row.public_note, row.text) == ("hidden", "threat", "Språket var hotfullt.", "Hot")
    decision = ModerationDecision.objects.get()
    assert (decision.verb, decision.reason, decision.decided_by, decision.note) == ("hidden", "threat", cecilia, "Språket var hotfullt.")
    assert Report.objects.get().handled_at is not None


def test_hiding_twice_decides_once_and_a_new_reason_decides_again(cecilia: Any) -> None:
    given = ContributionFactory()
    hide_contribution(given, cecilia, HideReason.THREAT)
    hide_contribution(given, cecilia, HideReason.THREAT)
    assert ModerationDecision.objects.count() == 1
    hide_contribution(given, cecilia, HideReason.HATE)
    assert fresh(given).hidden_reason == HideReason.HATE
    assert ModerationDecision.objects.count() == 2


def test_hiding_needs_a_reason_of_the_list_and_a_short_note(cecilia: Any) -> None:
    given = ContributionFactory()
    assert "from the list" in refusal(lambda: hide_contribution(given, cecilia, "dislike"))
    assert "from the list" in refusal(lambda: hide_contribution(given, cecilia, ""))
    assert "too long" in refusal(lambda: hide_contribution(given, cecilia, HideReason.HATE, "x" * 301))
    assert fresh(given).state == ContributionState.PUBLISHED


def test_a_hidden_contribution_is_shown_again(cecilia: Any) -> None:
    given = ContributionFactory(hidden=True)
    show_contribution(given, cecilia)
    row = fresh(given)
    assert (row.state, row.hidden_reason, row.public_note) == ("published", "", "")
    assert row.moderation_decisions.first().verb == "shown"


def test_a_waiting_contribution_is_published(cecilia: Any) -> None:
    given = ContributionFactory(pending=True)
    assert "waits for review" in refusal(lambda: show_contribution(given, cecilia))
    publish_contribution(given, cecilia)
    publish_contribution(given, cecilia)
    assert fresh(given).state == ContributionState.PUBLISHED
    assert ModerationDecision.objects.get().verb == "published"
    hidden = ContributionFactory(hidden=True)
    assert "is hidden" in refusal(lambda: publish_contribution(hidden, cecilia))


def test_what_was_withdrawn_stays_withdrawn(cecilia: Any) -> None:
    given = ContributionFactory(withdrawn=True)
    for act in (lambda: hide_contribution(given, cecilia, HideReason.HATE), lambda: show_contribution(given, cecilia)):
        assert "withdrawn by the one who wrote it" in refusal(act)


def test_replies_are_counted_as_they_come_and_go(cecilia: Any) -> None:
    dialogue = DialogueFactory(open=True, publishing=Publishing.BEFORE)
    root = ContributionFactory(dialogue=dialogue)
    reply = post_contribution(
        dialogue=dialogue,
        method="comments",
        verb="comment",
        text="Jag med.",
        author_name="Bo",
        participant=ParticipantFactory(),
        language="sv",
        reply_to=root,
    )
    counts = [fresh(root).reply_count]
    for act in (
        lambda: publish_contribution(reply, cecilia),
        lambda: hide_contribution(reply, cecilia, HideReason.HATE),
        lambda: show_contribution(reply, cecilia),
    ):
        act()
        counts.append(fresh(root).reply_count)
    assert counts == [0, 1, 0, 1]


def test_reports_are_handled_and_the_decision_is_kept(cecilia: Any) -> None:
    given = ContributionFactory()
    report_contribution(given, ParticipantFactory(), ReportReason.OTHER)
    report_contribution(given, ParticipantFactory(), ReportReason.HATE)
    assert handle_reports(given, cecilia) == 2
    assert handle_reports(given, cecilia) == 0
    assert not Report.objects.filter(handled_at=None).exists()
    assert ModerationDecision.objects.get().verb == "kept"


def test_only_those_who_publish_the_dialogue_moderate(bo: Any, dag: Any, astrid: Any) -> None:
    given = ContributionFactory()
    for person in (bo, astrid, UserFactory(staff=True), UserFactory(is_active=False, admin=True)):
        assert "may not moderate" in refusal(lambda person=person: hide_contribution(given, person, HideReason.HATE))
        assert "may not moderate" in refusal(lambda person=person: handle_reports(given, person))
    hide_contribution(given, dag, HideReason.HATE)
    assert fresh(given).state == ContributionState.HIDDEN
