"""What waits for a moderator, why, and since when."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import translation

from cms import clock
from participation.choices import ContributionState, HideReason, ReportReason
from participation.contributions.actions import report_contribution
from participation.models import Contribution
from participation.moderation.actions.hiding import handle_reports, hide_contribution
from participation.moderation.actions.second_looks import ask_for_second_look
from participation.moderation.admin.rows import with_what_staff_see
from participation.moderation.queries import AGAIN, ANSWER, CONFIRM, REPORTS, REVIEW, WAITS, age_in_words, in_queue, reasons_of, waiting
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory

pytestmark = pytest.mark.usefixtures("_in_english")


@pytest.fixture
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def waits(own: Any, dag: Any, hidden: Any) -> dict[str, Contribution]:
    """One that waits in each way, by the way."""
    own.feedback_responsible = dag
    own.save()
    rows = {REVIEW: ContributionFactory(dialogue=own, pending=True), AGAIN: hidden}
    rows |= {REPORTS: ContributionFactory(dialogue=own, official=True), CONFIRM: ContributionFactory(dialogue=own)}
    report_contribution(rows[REPORTS], ParticipantFactory(), ReportReason.HATE)
    ask_for_second_look(hidden, hidden.participant, "Det är inget hot.")
    hide_contribution(rows[CONFIRM], dag, HideReason.HATE)
    return rows


def every() -> Any:
    return Contribution.objects.all()


def test_each_way_of_waiting_finds_its_own(waits: dict[str, Contribution]) -> None:
    found = {what: list(waiting(every(), what)) for what, _words in WAITS}
    assert found == {what: [row] for what, row in waits.items()} | {ANSWER: [waits[CONFIRM]]}
    assert set(in_queue(every())) == set(waits.values())


def test_a_line_says_why_it_waits(waits: dict[str, Contribution]) -> None:
    told = {row.pk: reasons_of(row) for row in with_what_staff_see(every())}
    assert {what: [reason.kind for reason in told[row.pk]] for what, row in waits.items()} == {what: [what] for what in waits}
    assert str(told[waits[REPORTS].pk][0].words) == "Reported: Hate against a group"


def test_it_waits_since_the_first_thing_that_happened(own: Any) -> None:
    early = clock.now() - timedelta(days=9)
    published, pending = (
        ContributionFactory(dialogue=own, received_at=early),
        ContributionFactory(dialogue=own, received_at=early, pending=True),
    )
    first = report_contribution(published, ParticipantFactory(), ReportReason.HATE)
    with clock.at(clock.now() + timedelta(hours=1)):
        report_contribution(published, ParticipantFactory(), ReportReason.THREAT)
    since = {row.pk: row.waits_since for row in in_queue(every())}
    assert since == {published.pk: first.reported_at, pending.pk: early}


def test_what_was_withdrawn_or_looked_at_waits_for_nothing(own: Any, dag: Any) -> None:
    kept, withdrawn = ContributionFactory.create_batch(2, dialogue=own)
    for row in (kept, withdrawn):
        report_contribution(row, ParticipantFactory(), ReportReason.HATE)
    handle_reports(kept, dag)
    Contribution.objects.filter(pk=withdrawn.pk).update(state=ContributionState.WITHDRAWN)
    assert not waiting(every(), REPORTS) and not in_queue(every())


@pytest.mark.parametrize(
    "passed, words",
    [
        ({"days": 5, "hours": 3}, "5 days"),
        ({"days": 1}, "1 day"),
        ({"hours": 3, "minutes": 59}, "3 hours"),
        ({"minutes": 59}, "less than an hour"),
        ({"hours": -3}, "less than an hour"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(passed: dict[str, int], words: str) -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    assert age_in_words(at - timedelta(**passed), at) == words


def test_a_cancelled_dialogue_waits_for_no_theme(site_tree: Any) -> None:
    given = ContributionFactory(dialogue=DialogueFactory(closed=True))
    ContributionFactory(dialogue=DialogueFactory(closed=True, cancelled=True))
    assert list(waiting(Contribution.objects.all(), ANSWER)) == [given]
