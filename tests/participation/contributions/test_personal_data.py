"""What participation holds about a person: told to them whole, and cut loose from them when they are erased."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from cms.accounts.personal_data import Person, person_for
from participation.choices import ContributionState, ReportReason
from participation.contributions.actions import edit_contribution, give_support, report_contribution
from participation.contributions.personal_data import (
    erase_participation,
    export_participation,
    take_names_away,
    withdraw_everything,
)
from participation.models import Contribution, Report, Support
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def given(astrid: Any) -> Contribution:
    """What Astrid wrote, among other people's words."""
    dialogue = DialogueFactory(open=True)
    ContributionFactory(dialogue=dialogue, text="Någon annans ord.")
    return ContributionFactory(dialogue=dialogue, text="Sänk farten.", author_name="Astrid", participant=ParticipantFactory(user=astrid))


@pytest.fixture
def person(given: Contribution, astrid: Any) -> Person:
    return person_for(user=astrid)


def exported(person: Person) -> dict[str, list[dict[str, Any]]]:
    return {section.name: [dict(row) for row in section.rows] for section in export_participation(person)}


def test_the_copy_holds_what_one_gave_and_nothing_of_others(person: Person, given: Contribution) -> None:
    other = ContributionFactory(dialogue=given.dialogue)
    edit_contribution(given, given.participant, "Sänk farten nu.", "Astrid")
    assert person.participant is not None
    give_support(other, person.participant)
    report_contribution(other, person.participant, ReportReason.HATE, "Hets.")
    told = exported(person)
    assert [(row["code"], row["text"], row["name"]) for row in told["contributions"]] == [(given.shown_code, "Sänk farten nu.", "Astrid")]
    assert [row["text"] for row in told["earlier_texts"]] == ["Sänk farten."]
    assert [row["number"] for row in told["supports"]] == [other.pk]
    assert [row["details"] for row in told["reports"]] == ["Hets."]
    assert told["second_looks"] == []


def test_nobody_gave_nothing() -> None:
    assert export_participation(person_for()) == []


def test_erasing_keeps_the_words_and_nothing_that_leads_to_the_writer(person: Person, given: Contribution) -> None:
    report_contribution(ContributionFactory(), person.participant, ReportReason.HATE, "Grannen skrev det.")
    erase_participation(person, clock.now())
    given.refresh_from_db()
    assert (given.text, given.participant, given.idempotency_key) == ("Sänk farten.", None, None)
    assert Report.objects.values_list("participant", "details").get() == (None, "")


def test_a_name_is_taken_away_from_ones_own_words_and_from_no_official_answer(person: Person, given: Contribution) -> None:
    official = ContributionFactory(dialogue=given.dialogue, official=True, participant=person.participant)
    take_names_away(person, clock.now())
    given.refresh_from_db()
    official.refresh_from_db()
    assert (given.author_name, given.text, official.author_name) == ("", "Sänk farten.", "Trafikplanerare")


def test_withdrawing_all_takes_back_words_and_support_in_closed_dialogues_too(person: Person, given: Contribution) -> None:
    hidden = ContributionFactory(dialogue=given.dialogue, hidden=True, participant=person.participant)
    other = ContributionFactory(dialogue=given.dialogue)
    assert person.participant is not None
    give_support(other, person.participant)
    with clock.at(clock.now() + timedelta(days=90)):
        withdraw_everything(person, clock.now())
    states = [Contribution.objects.get(pk=row.pk).state for row in (given, hidden, other)]
    assert states == [ContributionState.WITHDRAWN, ContributionState.HIDDEN, ContributionState.PUBLISHED]
    other.refresh_from_db()
    assert not Support.objects.exists() and other.support_count == 0
