"""What a page misses before it may be published."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile

from cms import clock
from cms.media.models import SiteImage
from cms.organisation.levels import Level
from participation.choices import AnswerKind, OutcomeStep
from participation.models import NoAnswerNeeded, Phase
from participation.publication.requirements import contradictions, missing_for_publication
from tests import factories
from tests.cms.media.files import picture

pytestmark = pytest.mark.django_db


def places(page: Any) -> set[str]:
    """Where something is missing."""
    return {missing.where for missing in missing_for_publication(page)}


@pytest.fixture
def draft() -> Any:
    return factories.DialogueFactory(draft=True)


def test_a_complete_dialogue_misses_nothing(draft: Any) -> None:
    assert missing_for_publication(draft) == []


@pytest.mark.parametrize(
    "field, value",
    [
        ("question", ""),
        ("level", ""),
        ("open_to_influence", " "),
        ("fixed_conditions", ""),
        ("kind", ""),
        ("concerns_children", ""),
        ("body", None),
        ("contact_name", ""),
        ("feedback_due_on", None),
        ("feedback_form", ""),
        ("feedback_responsible", None),
    ],
)
def test_each_part_of_the_promise_is_needed(draft: Any, field: str, value: Any) -> None:
    setattr(draft, field, value)

    assert places(draft) == {field}


@pytest.mark.parametrize("rows", ["phases", "target_groups"])
def test_phases_and_target_groups_are_needed(draft: Any, rows: str) -> None:
    getattr(draft, rows).set([])

    assert rows in places(draft)


def test_a_mandate_or_a_reason_for_having_none_is_needed(draft: Any) -> None:
    draft.mandate_steps.set([])
    assert places(draft) == {"mandate_steps"}

    draft.no_mandate_reason = "Förvaltningen frågar själv, innan ett förslag skrivs."
    assert places(draft) == set()


def test_a_contact_has_a_telephone_or_an_address(draft: Any) -> None:
    draft.contact_phone = ""
    assert places(draft) == set()

    draft.contact_email = ""
    assert places(draft) == {"contact_phone"}


def test_pure_information_needs_nothing_open_to_influence(draft: Any) -> None:
    draft.level, draft.open_to_influence = Level.INFORM, ""

    assert places(draft) == set()


def test_an_answer_is_not_promised_before_the_last_phase_has_closed(draft: Any) -> None:
    last_day = draft.phases.first().last_day

    draft.feedback_due_on = last_day
    assert places(draft) == {"feedback_due_on"}

    draft.feedback_due_on = last_day + timedelta(days=1)
    assert places(draft) == set()


def test_the_responsible_account_is_active(draft: Any) -> None:
    draft.feedback_responsible.is_active = False

    assert places(draft) == {"feedback_responsible"}


def test_a_body_that_has_ended_is_refused_until_it_is_public(draft: Any) -> None:
    draft.body.valid_to = clock.today() - timedelta(days=1)
    draft.body.save()
    assert places(draft) == {"body"}

    draft.live = True
    draft.save()
    assert places(draft) == set()


def test_an_administration_that_has_ended_starts_nothing_new(draft: Any) -> None:
    section = draft.get_parent().specific
    section.administration.valid_to = clock.today() - timedelta(days=1)
    section.administration.save()

    [missing] = missing_for_publication(draft)

    assert section.administration.name in str(missing.message)


def test_a_cancelled_dialogue_says_why_and_needs_nothing_else() -> None:
    page = factories.DialogueFactory(draft=True, cancelled=True, phases=[], cancelled_reason="", contact_name="")
    assert places(page) == {"cancelled_reason"}

    page.cancelled_reason = "Frågan drogs tillbaka."
    assert places(page) == set()


def test_a_short_record_is_exempt() -> None:
    record = factories.DialogueFactory(draft=True, record=True, level="", contact_name="", feedback_due_on=None, body=None)
    assert places(record) == set()

    record.held_when, record.held_result = "", ""
    assert places(record) == {"held_when", "held_result"}

    record.held_link = "https://example.org/"
    assert places(record) == {"held_when"}


def phase(first: int, last: int, *rights: str) -> Phase:
    start = datetime(2026, 3, 2, tzinfo=UTC)
    return Phase(opens_at=start + timedelta(days=first), closes_at=start + timedelta(days=last + 1), rights=list(rights))


@pytest.mark.parametrize(
    "phases, contradict",
    [
        ([phase(0, 5, "a"), phase(6, 9, "a")], False),
        ([phase(0, 5, "a"), phase(5, 9, "a")], True),
        ([phase(0, 5, "a"), phase(5, 9, "b")], False),
        ([phase(0, 9, "a", "b"), phase(20, 30, "a"), phase(2, 3, "b")], True),
        ([phase(0, 5), phase(0, 5)], False),
    ],
)
def test_phases_overlap_only_when_they_open_different_things(phases: list[Phase], contradict: bool) -> None:
    assert bool(contradictions(phases)) is contradict


def test_a_translation_follows_its_original(draft: Any) -> None:
    translation = factories.translated(draft, live=False)
    assert places(translation) == {""}

    draft.live = True
    draft.save()
    assert places(type(translation).objects.get(pk=translation.pk)) == set()


def test_a_dialogue_without_original_is_refused() -> None:
    tree = factories.site_tree()
    section = factories.translated(tree.section)
    stray = factories.DialogueFactory(parent=section, locale=factories.locale("en"), draft=True)

    assert places(stray) == {""}


# Outcome


@pytest.fixture
def outcome() -> Any:
    contribution = factories.ContributionFactory(dialogue__closed=True)
    factories.ThemeFactory(dialogue=contribution.dialogue, title="Lägre fart", contributions=[contribution])
    page = factories.OutcomeFactory(dialogue=contribution.dialogue, draft=True)
    item = page.items.get()
    item.decision = factories.DecisionFactory(dialogue=contribution.dialogue)
    item.save()
    return page


def test_a_complete_outcome_misses_nothing(outcome: Any) -> None:
    assert missing_for_publication(outcome) == []


def test_an_outcome_waits_for_every_contribution(outcome: Any) -> None:
    late = factories.ContributionFactory(dialogue=outcome.dialogue)
    factories.ContributionFactory(dialogue=outcome.dialogue, reply_to=late)
    factories.ContributionFactory(dialogue=outcome.dialogue, hidden=True)
    factories.ContributionFactory(dialogue=outcome.dialogue, official=True)

    [missing] = missing_for_publication(outcome)
    assert missing.where == "items" and "1 " in str(missing.message)

    NoAnswerNeeded.objects.create(contribution=late, reason="duplicate", decided_at=clock.now())
    assert missing_for_publication(outcome) == []


def test_an_outcome_answers_every_theme_and_no_stranger(outcome: Any) -> None:
    other = factories.ContributionFactory(dialogue=outcome.dialogue)
    factories.ThemeFactory(dialogue=outcome.dialogue, title="Skolskjuts", contributions=[other])
    [missing] = missing_for_publication(outcome)
    assert "Skolskjuts" in str(missing.message)

    item = outcome.items.get()
    item.theme = factories.ThemeFactory(title="Från en annan dialog")
    outcome.items.add(item)
    assert len(missing_for_publication(outcome)) == 2


def test_an_outcome_has_answers(outcome: Any) -> None:
    outcome.items.set([])

    assert places(outcome) == {"items"}


def test_where_nobody_wrote_an_outcome_needs_no_answers() -> None:
    outcome = factories.OutcomeFactory(dialogue=factories.DialogueFactory(closed=True), draft=True, decision_needed=False)
    outcome.items.set([])

    assert missing_for_publication(outcome) == []


@pytest.mark.parametrize("kind, reason, complete", [("", "", False), (AnswerKind.NOT, "", False), (AnswerKind.ALREADY, "", True)])
def test_a_decided_outcome_has_kinds_and_reasons(outcome: Any, kind: str, reason: str, complete: bool) -> None:
    item = outcome.items.get()
    item.answer, item.reason_kind, item.reason = kind, "", reason
    outcome.items.add(item)
    assert (places(outcome) == set()) is complete

    outcome.step = OutcomeStep.SAID  # themes may wait for their answer; a no that is public has its reason
    assert (places(outcome) == set()) is (kind != AnswerKind.NOT)


def test_a_decided_outcome_names_the_decision_where_one_is_needed(outcome: Any) -> None:
    item = outcome.items.get()
    item.decision = None
    outcome.items.add(item)
    assert places(outcome) == {"decision_needed"}

    outcome.decision_needed = False
    assert places(outcome) == set()


# Follow-up


def test_a_follow_up_comes_after_the_outcome_and_holds_commitments() -> None:
    dialogue = factories.DialogueFactory(closed=True)
    page = factories.FollowUpFactory(dialogue=dialogue, statuses=[], draft=True)
    assert places(page) == {"", "commitments"}

    factories.OutcomeFactory(dialogue=dialogue)
    assert places(page) == {"commitments"}


@pytest.mark.parametrize("fields, is_missing", [({}, True), ({"description": "Torget"}, False), ({"is_decorative": True}, False)])
def test_a_picture_of_the_place_is_described(draft: Any, fields: dict[str, Any], is_missing: bool) -> None:
    draft.image = SiteImage.objects.create(title="torget", file=ContentFile(picture(), name="torget.jpg"), **fields)

    assert places(draft) == ({"image"} if is_missing else set())


def test_an_answer_is_told_in_one_sentence_before_it_is_public() -> None:
    outcome = factories.OutcomeFactory(step=OutcomeStep.SAID, in_one_sentence="")
    assert "in_one_sentence" not in places(outcome)
    outcome.step = OutcomeStep.DECIDED
    assert "in_one_sentence" in places(outcome)
    outcome.save()
    assert "in_one_sentence" not in places(outcome), "an old answer can be corrected"
