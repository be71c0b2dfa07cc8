"""Making, editing, ordering, merging and deleting themes."""

from typing import Any

import pytest
from wagtail.models import PageLogEntry

from participation.choices import AnswerKind
from participation.feedback import actions
from participation.feedback.actions import FeedbackRefused
from participation.models import OutcomePage, Theme
from tests.factories import ContributionFactory, DialogueFactory, FollowUpFactory, OutcomeFactory, ThemeFactory


@pytest.fixture
def dialogue(site_tree: Any) -> Any:
    return DialogueFactory(closed=True)


def logged(dialogue: Any) -> list[str]:
    return list(PageLogEntry.objects.filter(page=dialogue.pk, action__startswith="participation.").values_list("action", flat=True))


def test_a_theme_is_made_last_and_logged(dialogue: Any, bo: Any) -> None:
    first = actions.create_theme(dialogue, bo, "  Lägre\tfart ", "Många vill det.")
    second = actions.create_theme(dialogue, bo, "Skolskjuts")
    assert (first.title, first.order, second.order) == ("Lägre fart", 0, 1)
    assert logged(dialogue) == ["participation.create_theme"] * 2


@pytest.mark.parametrize("title", ["lägre fart", "LÄGRE FART", " Lägre  fart "])
def test_two_themes_of_one_name_are_refused(dialogue: Any, bo: Any, title: str) -> None:
    actions.create_theme(dialogue, bo, "Lägre fart")
    with pytest.raises(FeedbackRefused, match=r"(?i)lägre fart"):
        actions.create_theme(dialogue, bo, title)
    assert dialogue.themes.count() == 1


@pytest.mark.parametrize("title", ["", "   ", "x" * 121, "\x00"])
def test_a_theme_needs_a_title_that_fits(dialogue: Any, bo: Any, title: str) -> None:
    with pytest.raises(FeedbackRefused):
        actions.create_theme(dialogue, bo, title)
    assert not Theme.objects.exists()


def test_other_dialogues_may_have_a_theme_of_the_same_name(dialogue: Any, bo: Any) -> None:
    actions.create_theme(dialogue, bo, "Lägre fart")
    assert actions.create_theme(DialogueFactory(closed=True), bo, "Lägre fart").pk


def test_only_who_edits_the_dialogue_makes_themes(dialogue: Any, astrid: Any) -> None:
    theme = ThemeFactory(dialogue=dialogue)
    for refused in (
        lambda: actions.create_theme(dialogue, astrid, "Ny"),
        lambda: actions.edit_theme(theme, astrid, "Ny"),
        lambda: actions.delete_theme(theme, astrid),
        lambda: actions.order_themes(dialogue, astrid, [theme.pk]),
        lambda: actions.merge_themes(theme, ThemeFactory(dialogue=dialogue), astrid),
    ):
        with pytest.raises(FeedbackRefused):
            refused()


def test_an_edited_theme_keeps_its_own_name(dialogue: Any, bo: Any) -> None:
    theme = actions.create_theme(dialogue, bo, "Lägre fart")
    changed = actions.edit_theme(theme, bo, "Lägre Fart", "Nya ord.")
    assert (changed.title, changed.summary) == ("Lägre Fart", "Nya ord.")


def test_themes_are_put_in_order(dialogue: Any, bo: Any) -> None:
    one, two, three = (actions.create_theme(dialogue, bo, title) for title in ("Ett", "Två", "Tre"))
    foreign = ThemeFactory()
    actions.order_themes(dialogue, bo, [three.pk, foreign.pk, one.pk])
    assert list(dialogue.themes.values_list("title", flat=True)) == ["Tre", "Ett", "Två"]
    foreign.refresh_from_db()
    assert foreign.order == 0 and two.pk


def test_deleting_a_theme_frees_what_lay_in_it(dialogue: Any, bo: Any) -> None:
    contributions = ContributionFactory.create_batch(2, dialogue=dialogue)
    theme = ThemeFactory(dialogue=dialogue, contributions=contributions)
    assert actions.delete_theme(theme, bo) == 2
    assert dialogue.contributions.needing_answer().count() == 2


def test_a_theme_in_a_published_outcome_stays(dialogue: Any, bo: Any) -> None:
    theme, other = ThemeFactory(dialogue=dialogue), ThemeFactory(dialogue=dialogue)
    OutcomeFactory(dialogue=dialogue)
    with pytest.raises(FeedbackRefused):
        actions.delete_theme(theme, bo)
    with pytest.raises(FeedbackRefused):
        actions.merge_themes(theme, other, bo)
    assert dialogue.themes.count() == 2


def test_a_theme_in_a_published_follow_up_stays(dialogue: Any, bo: Any) -> None:
    theme = ThemeFactory(dialogue=dialogue)
    FollowUpFactory(dialogue=dialogue)
    with pytest.raises(FeedbackRefused):
        actions.delete_theme(theme, bo)


def test_deleting_a_theme_leaves_old_drafts_readable(dialogue: Any, bo: Any) -> None:
    theme, kept = ThemeFactory(dialogue=dialogue), ThemeFactory(dialogue=dialogue)
    outcome = actions.make_outcome(dialogue, bo)
    actions.delete_theme(theme, bo)
    draft = OutcomePage.objects.get(pk=outcome.pk).get_latest_revision_as_object()
    assert [item.theme_id for item in draft.items.all()] == [kept.pk]
    for revision in draft.revisions.all():
        revision.as_object()


def test_merging_moves_contributions_and_words(dialogue: Any, bo: Any) -> None:
    both, only = ContributionFactory.create_batch(2, dialogue=dialogue)
    source = ThemeFactory(dialogue=dialogue, summary="Två.", contributions=[both, only])
    target = ThemeFactory(dialogue=dialogue, summary="Ett.", contributions=[both])
    assert actions.merge_themes(source, target, bo) == 1
    target.refresh_from_db()
    assert set(target.contributions.all()) == {both, only}
    assert target.summary == "Ett.\n\nTvå."
    assert not Theme.objects.filter(pk=source.pk).exists()


def test_merging_keeps_what_was_written_in_the_draft(dialogue: Any, bo: Any) -> None:
    source = ThemeFactory(dialogue=dialogue, summary="Två.")
    target = ThemeFactory(dialogue=dialogue, summary="Ett.")
    outcome = actions.make_outcome(dialogue, bo)
    draft = outcome.get_latest_revision_as_object()
    items = {item.theme_id: item for item in draft.items.all()}
    items[source.pk].reason = "Därför."
    items[target.pk].answer = AnswerKind.CHANGED
    draft.items = list(items.values())
    draft.save_revision(user=bo)
    actions.merge_themes(source, target, bo)
    (item,) = OutcomePage.objects.get(pk=outcome.pk).get_latest_revision_as_object().items.all()
    assert (item.theme_id, item.said, item.reason, item.answer) == (target.pk, "Ett.\n\nTvå.", "Därför.", "changed")


def test_merging_turns_a_lone_draft_answer_to_the_target(dialogue: Any, bo: Any) -> None:
    source = ThemeFactory(dialogue=dialogue)
    outcome = actions.make_outcome(dialogue, bo)
    target = ThemeFactory(dialogue=dialogue)
    actions.merge_themes(source, target, bo)
    (item,) = OutcomePage.objects.get(pk=outcome.pk).get_latest_revision_as_object().items.all()
    assert item.theme_id == target.pk


def test_themes_of_different_dialogues_are_not_merged(dialogue: Any, bo: Any) -> None:
    with pytest.raises(FeedbackRefused):
        actions.merge_themes(ThemeFactory(dialogue=dialogue), ThemeFactory(), bo)
    theme = ThemeFactory(dialogue=dialogue)
    with pytest.raises(FeedbackRefused):
        actions.merge_themes(theme, theme, bo)


def test_a_theme_that_was_merged_meanwhile_is_named(dialogue: Any, bo: Any) -> None:
    theme = ThemeFactory(dialogue=dialogue)
    Theme.objects.filter(pk=theme.pk).delete()
    with pytest.raises(FeedbackRefused, match=theme.title):
        actions.edit_theme(theme, bo, "Ny")
