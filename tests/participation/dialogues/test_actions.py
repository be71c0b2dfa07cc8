"""A new dialogue starts from a template or as a copy."""

from datetime import date
from typing import Any

import pytest

from cms.fields import start_of
from cms.refusals import ActionRefused
from participation.choices import DialogueKind
from participation.dialogues.actions import start_dialogue
from participation.dialogues.blueprints import BLUEPRINTS
from participation.registry import right_choices
from tests import factories

pytestmark = pytest.mark.django_db


FIRST_DAY = date(2026, 3, 23)  # summer time begins on the 29th


@pytest.mark.parametrize("name, phases", [("question", 1), ("meeting", 1), ("plan", 2), ("record", 0)])
def test_a_template_lays_out_its_phases(site_tree: Any, dag: Any, name: str, phases: int) -> None:
    page = start_dialogue(site_tree.section, "Lekplatsen", dag, FIRST_DAY, BLUEPRINTS[name])

    assert not page.live and page.get_latest_revision().user == dag
    assert page.phases.count() == phases
    assert page.is_record is (name == "record")
    assert page.feedback_due_on is None
    if phases:
        assert page.phases.first().opens_at == start_of(FIRST_DAY)
        assert page.phases.last().closes_at > page.phases.last().opens_at


def test_only_some_templates_let_people_write(site_tree: Any, dag: Any) -> None:
    question = start_dialogue(site_tree.section, "A", dag, FIRST_DAY, BLUEPRINTS["question"])
    meeting = start_dialogue(site_tree.section, "B", dag, FIRST_DAY, BLUEPRINTS["meeting"])
    plan = start_dialogue(site_tree.section, "C", dag, FIRST_DAY, BLUEPRINTS["plan"])

    assert set(question.phases.get().rights) == {right for right, _words in right_choices()}
    assert meeting.phases.get().rights == []
    assert plan.kind == DialogueKind.STATUTORY_PLAN


def test_a_copy_takes_the_plan_and_leaves_the_rest(site_tree: Any, dag: Any) -> None:
    phases = [("Samråd", -60, -33, factories.RIGHTS), ("Granskning", -20, -7, ["comments.comment"])]
    source = factories.DialogueFactory(closed=True, phases=phases)
    factories.ContributionFactory(dialogue=source)

    page = start_dialogue(site_tree.section, "Igen", dag, FIRST_DAY, source)

    assert [phase.name for phase in page.phases.all()] == ["Samråd", "Granskning"]
    assert page.phases.first().opens_at == start_of(FIRST_DAY)
    assert page.phases.last().opens_at == start_of(date(2026, 5, 2))
    assert page.phases.last().closes_at == start_of(date(2026, 5, 16))
    assert list(page.target_groups.all()) == list(source.target_groups.all())
    assert [way.name for way in page.other_ways.all()] == ["Ring oss"]
    assert page.contact_name == source.contact_name and page.body == source.body
    assert (page.feedback_due_on, page.question, page.announced_closes_at) == (None, "", None)
    assert not page.mandate_steps.exists() and not page.contributions.exists()
    assert page.phases.first().translation_key != source.phases.first().translation_key


def test_a_copy_leaves_what_has_ended(site_tree: Any, dag: Any) -> None:
    source = factories.DialogueFactory(closed=True)
    source.body.valid_to = date(2020, 1, 1)
    source.body.save()
    source.feedback_responsible.is_active = False
    source.feedback_responsible.save()

    page = start_dialogue(site_tree.section, "Igen", dag, FIRST_DAY, source)

    assert (page.body, page.feedback_responsible) == (None, None)


def test_nobody_starts_a_dialogue_in_another_section(site_tree: Any, dag: Any) -> None:
    other = factories.SectionFactory()

    with pytest.raises(ActionRefused):
        start_dialogue(other, "Lekplatsen", dag, FIRST_DAY, BLUEPRINTS["question"])
