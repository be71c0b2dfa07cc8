"""What a receipt tells, and what it never does."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from cms import clock
from participation.choices import AnswerKind, Channel, CommitmentStatus, NoAnswerReason, OutcomeStep, Publishing, ReasonKind
from participation.contributions.actions import withdraw_contribution
from participation.models import NoAnswerNeeded
from participation.moderation.actions.hiding import hide_contribution, publish_contribution
from participation.receipts.progress import Receipt, find_receipt, receipt_stations, what_happens_next
from tests.factories import (
    ContributionFactory,
    DecisionFactory,
    DialogueFactory,
    FollowUpFactory,
    OutcomeFactory,
    ThemeFactory,
    translated,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_english")]


@pytest.fixture
def _in_english() -> Iterator[None]:
    """The words of the code."""
    with translation.override("en"):
        yield


def way(contribution: Any, at: Any = None) -> list[tuple[str, str, str]]:
    """Name, label and status of each station."""
    stations = receipt_stations(contribution, at or clock.now())
    return [(station.name, str(station.label), station.status) for station in stations]


def sorted_contribution(**dialogue: Any) -> Any:
    """A contribution in a theme with two others."""
    page = DialogueFactory(**(dialogue or {"closed": True}))
    given = ContributionFactory(dialogue=page)
    ThemeFactory(
        dialogue=page, title="Lägre fart", contributions=[given, ContributionFactory(dialogue=page), ContributionFactory(dialogue=page)]
    )
    return given


@pytest.mark.parametrize("typed", ["{code}", " {lower} ", "{shown}", "{spaced}"])
def test_a_code_is_read_tolerantly(typed: str) -> None:
    given = ContributionFactory()
    code = given.receipt_code
    written = typed.format(code=code, lower=code.lower(), shown=given.shown_code, spaced=" ".join(code))
    assert find_receipt(written) == given


def test_a_wrong_code_finds_nothing() -> None:
    ContributionFactory()
    assert find_receipt("") is find_receipt("0" * 11) is find_receipt("x" * 5000) is None


def test_the_way_of_a_new_contribution_lies_ahead() -> None:
    given = ContributionFactory(dialogue=DialogueFactory(open=True))
    assert way(given) == [
        ("received", "Received", "done"),
        ("published", "Published", "done"),
        ("theme", "Theme", "current"),
        ("answer", "Answer", "coming"),
        ("decision", "Decision", "coming"),
        ("done", "Done", "coming"),
    ]
    promised = receipt_stations(given, clock.now())[3]
    assert promised.when.startswith("by ")


def test_another_channel_is_told() -> None:
    given = ContributionFactory(channel=Channel.LETTER)
    assert receipt_stations(given, clock.now())[0].note == "letter"


def test_a_contribution_that_waits_says_so(cecilia: Any) -> None:
    given = ContributionFactory(pending=True, dialogue=DialogueFactory(open=True, publishing=Publishing.BEFORE))
    assert way(given)[1] == ("published", "Waiting for review", "current")
    assert "reads it before" in what_happens_next(given)[0]
    later = clock.now() + timedelta(days=2)
    with clock.at(later):
        publish_contribution(given, cecilia)
    given.refresh_from_db()
    published = receipt_stations(given, later)[1]
    assert (published.status, published.date) == ("done", timezone.localdate(later))


def test_a_hidden_contribution_tells_why_and_repeats_nothing(cecilia: Any) -> None:
    given = ContributionFactory(text="Kanariefågel")
    hide_contribution(given, cecilia, "personal_data", "Telefonnumret togs bort.")
    given.refresh_from_db()
    receipt = Receipt(given, clock.now(), AnonymousUser(), given.participant)
    assert [station.name for station in receipt.stations] == ["received", "hidden"]
    assert receipt.stations[1].note == "It tells private things about somebody. Telefonnumret togs bort."
    assert not receipt.shows_text


def test_a_withdrawn_contribution_ends_its_way() -> None:
    given = ContributionFactory()
    row = withdraw_contribution(given, given.participant)
    assert [name for name, _label, _status in way(row)] == ["received", "withdrawn"]
    assert not Receipt(row, clock.now(), AnonymousUser(), given.participant).shows_text


def test_a_theme_is_shared_with_others() -> None:
    given = sorted_contribution()
    theme = receipt_stations(given, clock.now())[2]
    assert (theme.label, theme.note, theme.status) == ("Theme: Lägre fart", "together 3 contributions", "done")


def test_a_contribution_may_lie_in_several_themes() -> None:
    given = sorted_contribution()
    ThemeFactory(dialogue=given.dialogue, title="Belysning", contributions=[given])
    assert [label for name, label, _status in way(given) if name == "theme"] == ["Theme: Lägre fart", "Theme: Belysning"]


def test_a_reply_goes_with_its_thread_unless_sorted_by_itself() -> None:
    root = sorted_contribution()
    reply = ContributionFactory(dialogue=root.dialogue, reply_to=root)
    station = receipt_stations(reply, clock.now())[2]
    assert (station.label, station.note) == ("Theme: Lägre fart", "with the conversation it is part of")
    ThemeFactory(dialogue=root.dialogue, title="Eget", contributions=[reply])
    assert way(reply)[2][1] == "Theme: Eget"


def test_the_answer_is_that_of_the_live_outcome() -> None:
    given = sorted_contribution()
    draft = OutcomeFactory(dialogue=given.dialogue, draft=True)
    assert ("answer", "Answer", "current") in way(given)
    draft.live = True
    draft.save()
    answer = next(station for station in receipt_stations(given, clock.now()) if station.name == "answer")
    assert (answer.label, answer.status, answer.note) == (
        "Answer: “Yes: it makes the proposal better”",
        "done",
        '<span lang="sv">Det gör vägen säkrare.</span>',
    )
    assert answer.url.startswith(draft.url)
    assert "#" in answer.url


def test_the_first_step_alone_is_no_answer() -> None:
    given = sorted_contribution()
    OutcomeFactory(dialogue=given.dialogue, step=OutcomeStep.SAID)
    assert ("answer", "Answer", "current") in way(given)


def test_an_answer_that_is_late_says_so() -> None:
    given = sorted_contribution(overdue=True)
    answer = receipt_stations(given, clock.now())[3]
    assert (answer.status, answer.note) == ("missed", "20 days late")


def test_the_decision_is_cited() -> None:
    given = sorted_contribution()
    outcome = OutcomeFactory(dialogue=given.dialogue)
    decision = DecisionFactory(dialogue=given.dialogue, link="https://example.org/protokoll")
    outcome.items.update(decision=decision)
    station = next(station for station in receipt_stations(given, clock.now()) if station.name == "decision")
    assert (station.status, station.note, station.url) == ("done", decision.citation, "https://example.org/protokoll")


def test_where_no_decision_was_needed_it_says_so() -> None:
    given = sorted_contribution()
    OutcomeFactory(dialogue=given.dialogue, decision_needed=False, nothing_follows=True)
    stations = {station.name: station for station in receipt_stations(given, clock.now())}
    assert (stations["decision"].when, stations["done"].when) == ("none was needed", "nothing more follows")


def test_commitments_of_the_theme_are_followed() -> None:
    given = sorted_contribution()
    outcome = OutcomeFactory(dialogue=given.dialogue)
    outcome.items.update(answer=AnswerKind.NOT, reason_kind=ReasonKind.COST, reason="Det kostar för mycket.")
    statuses = [CommitmentStatus.DONE, CommitmentStatus.UNDER_WAY, CommitmentStatus.DROPPED]
    FollowUpFactory(dialogue=given.dialogue, statuses=statuses)
    made = [station for station in receipt_stations(given, clock.now()) if station.name == "commitment"]
    assert [station.status for station in made] == ["done", "current", "cancelled"]
    assert "#commitment-" in made[0].url
    late = receipt_stations(given, timezone.localtime(clock.now()) + timedelta(days=100))
    assert [(station.status, station.note) for station in late if station.name == "commitment"][1] == ("missed", "10 days late")


def test_no_answer_needed_gives_its_reason() -> None:
    given = ContributionFactory(dialogue=DialogueFactory(closed=True))
    NoAnswerNeeded.objects.create(contribution=given, reason=NoAnswerReason.OTHER_MATTER, note="Till gatukontoret.", decided_at=clock.now())
    last = receipt_stations(given, clock.now())[-1]
    assert (last.name, last.status) == ("no_answer", "done")
    assert last.note == "It concerns another matter and was passed on to those responsible. Till gatukontoret."
    reply = ContributionFactory(dialogue=given.dialogue, reply_to=given)
    assert receipt_stations(reply, clock.now())[-1].note.startswith("It goes with the conversation")


def test_an_official_answer_needs_none() -> None:
    assert [name for name, _label, _status in way(ContributionFactory(official=True))] == ["received", "published"]


def test_what_is_private_is_not_told_by_a_code() -> None:
    given = sorted_contribution(answered=True)
    restriction = PageViewRestriction.objects.create(page=given.dialogue, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Inbjudna"))
    receipt = Receipt(given, clock.now(), AnonymousUser())
    assert [station.name for station in receipt.stations] == ["received", "published"]
    assert not receipt.shows_text
    assert not receipt.place


def test_the_words_of_an_answer_are_in_the_readers_language() -> None:
    given = sorted_contribution()
    outcome = OutcomeFactory(dialogue=given.dialogue)
    translated(given.dialogue)
    english = translated(outcome)
    english.items.update(heading="Lower speed", reason="It makes the way safer.")
    stations = {station.name: station for station in receipt_stations(given, clock.now())}
    assert (stations["theme"].label, stations["answer"].note) == ("Theme: Lower speed", "It makes the way safer.")
    assert stations["answer"].url.startswith("/en/")
    with translation.override("sv"):
        stations = {station.name: station for station in receipt_stations(given, clock.now())}
        assert stations["answer"].note == "Det gör vägen säkrare."


@pytest.mark.parametrize("given", [{}, {"pending": True}], ids=["published", "pending"])
def test_an_unpublished_dialogue_says_so_and_promises_nothing(given: dict[str, bool]) -> None:
    contribution = ContributionFactory(dialogue=DialogueFactory(closed=True, title="Hemlig hamnplan"), **given)
    contribution.dialogue.unpublish()
    contribution.refresh_from_db()
    receipt = Receipt(contribution, clock.now(), AnonymousUser())
    assert [station.name for station in receipt.stations] == ["received", "published", "unpublished"]
    [words] = receipt.next_steps
    told = " ".join(f"{station.label} {station.note} {station.when}" for station in receipt.stations)
    assert "no answer is promised" in words and words in told
    assert "Hemlig hamnplan" not in told and "reads it" not in told


@pytest.mark.parametrize("trait", ["hidden", "withdrawn", "official"])
def test_what_waits_for_no_answer_is_silent_of_an_unpublished_dialogue(trait: str) -> None:
    contribution = ContributionFactory(**{trait: True})
    contribution.dialogue.unpublish()
    contribution.refresh_from_db()
    assert len(receipt_stations(contribution, clock.now())) == 2


def test_a_cancelled_dialogue_says_so_and_promises_nothing() -> None:
    given = ContributionFactory(dialogue=DialogueFactory(closed=True, cancelled=True))
    assert way(given)[2:] == [("cancelled", "The dialogue was cancelled", "cancelled")]
    note = receipt_stations(given, clock.now())[-1].note
    assert "Frågan drogs tillbaka." in note and "No answer is promised any more." in note
    [words] = what_happens_next(given)
    assert "cancelled" in words and "no answer is promised" in words


def test_what_was_answered_before_a_dialogue_was_cancelled_stands_on_the_receipt() -> None:
    given = sorted_contribution(closed=True, cancelled=True)
    OutcomeFactory(dialogue=given.dialogue, decision_needed=False)
    FollowUpFactory(dialogue=given.dialogue, statuses=[CommitmentStatus.UNDER_WAY])
    assert [name for name, _label, _status in way(given)] == ["received", "published", "theme", "answer", "decision", "cancelled"]
