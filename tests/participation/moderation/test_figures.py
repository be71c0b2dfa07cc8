"""What everybody may read of moderation: numbers, reasons and how fast it went."""

from datetime import UTC, datetime, timedelta
from typing import Any

from cms import clock
from participation.choices import ContributionState, HideReason
from participation.models import Contribution, DialoguePage, ModerationDecision, Report, SecondLook
from participation.moderation.figures import (
    DialogueFigures,
    Speed,
    dialogue_figures,
    number_of_reports,
    time_until_looked_at,
    time_until_published,
    year_figures,
)
from tests.factories import ContributionFactory, ModerationDecisionFactory, ParticipantFactory


def every() -> Any:
    return DialoguePage.objects.all()


def looked_at_again(row: Contribution, *, upheld: bool | None) -> None:
    """The writer asked for it; None: nobody has decided yet."""
    decided = None if upheld is None else clock.now()
    hiding = row.moderation_decisions.get()
    SecondLook.objects.create(contribution=row, hiding=hiding, asked_at=clock.now(), words="Nej.", upheld=upheld, decided_at=decided)


def test_a_year_is_that_of_the_place_and_holds_what_people_gave(own: Any) -> None:
    before, after = datetime(2024, 12, 31, 22, 59, tzinfo=UTC), datetime(2024, 12, 31, 23, 1, tzinfo=UTC)
    ContributionFactory(dialogue=own, received_at=before)
    ContributionFactory(dialogue=own, received_at=after)
    ContributionFactory(dialogue=own, received_at=after, official=True)
    hidden = ContributionFactory(dialogue=own, received_at=after, hidden=True)
    looked_at_again(hidden, upheld=None)
    late, early = year_figures(every())
    assert (late.year, late.received, dict(late.reasons), late.asked, late.changed) == (2025, 2, {HideReason.THREAT: 1}, 1, 0)
    assert (early.year, dict(early.states)) == (2024, {ContributionState.PUBLISHED: 1})


def test_only_what_was_decided_otherwise_counts_as_changed(own: Any) -> None:
    for upheld in (True, False, None):
        looked_at_again(ContributionFactory(dialogue=own, hidden=True), upheld=upheld)
    (year,) = year_figures(every())
    assert (year.asked, year.changed) == (3, 1)


def test_a_dialogue_is_told_once_something_is_hidden_in_it_the_most_first(own: Any, foreign: Any) -> None:
    ContributionFactory(dialogue=own)
    assert dialogue_figures(every()) == []
    looked_at_again(ContributionFactory(dialogue=own, hidden=True), upheld=False)
    ContributionFactory.create_batch(2, dialogue=foreign, hidden=True)
    ContributionFactory(dialogue=foreign, official=True)
    rows = [DialogueFigures(foreign.pk, 2, 2, 0, 0), DialogueFigures(own.pk, 2, 1, 1, 1)]
    assert dialogue_figures(every()) == rows
    assert dialogue_figures(every().filter(pk=own.pk)) == rows[1:]


def test_the_typical_time_is_the_median_until_the_first_publication(own: Any) -> None:
    assert time_until_published(every()) == Speed(None, 0)
    now = clock.now()
    for hours in (1, 2, 90):
        row = ContributionFactory(dialogue=own, received_at=now)
        for later in (hours, hours + 500):
            ModerationDecisionFactory(contribution=row, verb=ModerationDecision.Verb.PUBLISHED, decided_at=now + timedelta(hours=later))
    ModerationDecisionFactory(contribution=row, verb=ModerationDecision.Verb.HIDDEN, decided_at=now)
    assert time_until_published(every()) == Speed(timedelta(hours=2), 3)


def test_reports_count_when_they_come_and_their_time_when_somebody_has_decided(own: Any) -> None:
    now, row = clock.now(), ContributionFactory(dialogue=own)
    for handled in (now + timedelta(hours=4), None):
        Report.objects.create(contribution=row, participant=ParticipantFactory(), reason="hate", reported_at=now, handled_at=handled)
    assert (number_of_reports(every()), time_until_looked_at(every())) == (2, Speed(timedelta(hours=4), 1))
