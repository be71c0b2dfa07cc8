"""The outcome made from the themes, the follow-up made from the answers."""

from typing import Any

import pytest

from participation.choices import AnswerKind
from participation.feedback import actions
from participation.feedback.actions import FeedbackRefused
from participation.models import FollowUpPage, OutcomePage
from tests.factories import ContributionFactory, DialogueFactory, OutcomeFactory, ThemeFactory, translated


@pytest.fixture
def dialogue(site_tree: Any) -> Any:
    return DialogueFactory(closed=True, title="Trygga skolvägar")


def draft(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_the_outcome_has_one_answer_for_each_theme(dialogue: Any, bo: Any) -> None:
    themes = [actions.create_theme(dialogue, bo, title, "Ni sa.") for title in ("Fart", "Buss")]
    outcome = actions.make_outcome(dialogue, bo)
    assert not outcome.live and outcome.get_parent().pk == dialogue.pk and outcome.owner == bo
    assert [(item.theme, item.heading, item.said, item.answer) for item in draft(outcome).items.all()] == [
        (theme, theme.title, "Ni sa.", "") for theme in themes
    ]


def test_making_it_twice_makes_one(dialogue: Any, bo: Any) -> None:
    ThemeFactory(dialogue=dialogue)
    first, second = actions.make_outcome(dialogue, bo), actions.make_outcome(dialogue, bo)
    assert first.pk == second.pk and OutcomePage.objects.count() == 1
    assert first.revisions.count() == second.revisions.count()


def test_new_themes_are_added_without_losing_words(dialogue: Any, bo: Any) -> None:
    old = ThemeFactory(dialogue=dialogue)
    written = draft(actions.make_outcome(dialogue, bo))
    (item,) = written.items.all()
    item.answer, item.reason, written.introduction = AnswerKind.CHANGED, "Skrivet.", "Inledning."
    written.items = [item]
    written.save_revision(user=bo)
    new = ThemeFactory(dialogue=dialogue)
    again = draft(actions.make_outcome(dialogue, bo))
    assert [(row.theme_id, row.reason) for row in again.items.all()] == [(old.pk, "Skrivet."), (new.pk, "")]
    assert again.introduction == "Inledning."


def test_a_published_outcome_stays_as_it_is(dialogue: Any, bo: Any) -> None:
    ThemeFactory(dialogue=dialogue)
    outcome = OutcomeFactory(dialogue=dialogue)
    ThemeFactory(dialogue=dialogue)
    actions.make_outcome(dialogue, bo)
    outcome.refresh_from_db()
    assert outcome.live and outcome.has_unpublished_changes
    assert outcome.items.count() == 1 and len(draft(outcome).items.all()) == 2


def test_without_themes_sorting_comes_first(dialogue: Any, bo: Any) -> None:
    ContributionFactory(dialogue=dialogue)
    with pytest.raises(FeedbackRefused):
        actions.make_outcome(dialogue, bo)


def test_a_dialogue_in_which_nobody_wrote_gets_an_empty_outcome(dialogue: Any, bo: Any) -> None:
    assert not draft(actions.make_outcome(dialogue, bo)).items.all()


def test_the_outcome_of_a_translation_is_the_originals(dialogue: Any, bo: Any) -> None:
    ThemeFactory(dialogue=dialogue)
    english = translated(dialogue, title="Safe ways to school")
    outcome = actions.make_outcome(english, bo)
    assert outcome.get_parent().pk == dialogue.pk and outcome.locale == dialogue.locale


def test_only_who_edits_the_dialogue_makes_pages(dialogue: Any, astrid: Any) -> None:
    for action in (actions.make_outcome, actions.make_follow_up):
        with pytest.raises(FeedbackRefused):
            action(dialogue, astrid)


def test_a_locked_draft_is_left_alone(dialogue: Any, bo: Any, dag: Any) -> None:
    ThemeFactory(dialogue=dialogue)
    outcome = actions.make_outcome(dialogue, bo)
    OutcomePage.objects.filter(pk=outcome.pk).update(locked=True, locked_by=dag)
    ThemeFactory(dialogue=dialogue)
    with pytest.raises(FeedbackRefused):
        actions.make_outcome(dialogue, bo)


def test_an_address_that_is_taken_gets_a_number(dialogue: Any, bo: Any) -> None:
    first = actions.make_outcome(dialogue, bo)
    follow_up = actions.make_follow_up(dialogue, bo)
    assert first.slug != follow_up.slug


def test_the_follow_up_proposes_what_changed(dialogue: Any, bo: Any) -> None:
    themes = [ThemeFactory(dialogue=dialogue) for _answer in AnswerKind.values]
    written = draft(actions.make_outcome(dialogue, bo))
    for item, answer in zip(rows := list(written.items.all()), AnswerKind.values, strict=True):
        item.answer, item.reason_kind = answer, ""
    written.items = rows
    written.save_revision(user=bo)
    follow_up = actions.make_follow_up(dialogue, bo)
    made = draft(follow_up).commitments.all()
    assert [(row.theme_id, row.due_on) for row in made] == [(themes[0].pk, None), (themes[1].pk, None)]
    assert made[0].who == str(dialogue.administration)
    actions.make_follow_up(dialogue, bo)
    assert len(draft(follow_up).commitments.all()) == 2 and FollowUpPage.objects.count() == 1


def test_the_follow_up_comes_after_the_outcome(dialogue: Any, bo: Any) -> None:
    with pytest.raises(FeedbackRefused):
        actions.make_follow_up(dialogue, bo)
