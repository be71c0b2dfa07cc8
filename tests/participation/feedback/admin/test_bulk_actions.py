"""Sorting many at once: into themes and out of them, and marking what needs no answer."""

from typing import Any

from participation.feedback.admin.bulk_actions import AnswerAgainAction, NoAnswerAction, SortAction, TakeOutAction
from participation.models import NoAnswerNeeded, Theme, ThemeContribution
from tests.factories import ContributionFactory, DialogueFactory, ThemeFactory
from tests.participation.moderation.admin.bulk_tools import address, confirm, said


def test_sorting_into_old_and_new_themes(own: Any, bo: Any, client_of: Any) -> None:
    rows = ContributionFactory.create_batch(2, dialogue=own)
    official = ContributionFactory(dialogue=own, official=True)
    theme = ThemeFactory(dialogue=own)
    done = confirm(client_of(bo), "sort", *rows, official, themes=[theme.pk], new_theme="Lägre fart")
    assert {link.theme.title for link in ThemeContribution.objects.filter(contribution=rows[0])} == {theme.title, "Lägre fart"}
    assert not official.theme_links.exists()
    assert "Lägre fart" in said(done)


def test_a_theme_that_exists_keeps_the_form(own: Any, bo: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    ThemeFactory(dialogue=own, title="Fart")
    answer = confirm(client_of(bo), "sort", row, new_theme="FART")
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors() and answer.context["form"].data["new_theme"] == "FART"
    assert not ThemeContribution.objects.exists() and Theme.objects.count() == 1


def test_sorting_needs_a_theme(own: Any, bo: Any, client_of: Any) -> None:
    assert confirm(client_of(bo), "sort", ContributionFactory(dialogue=own)).status_code == 200


def test_themes_of_another_dialogue_are_no_choice(own: Any, foreign: Any, bo: Any, client_of: Any) -> None:
    row, theme = ContributionFactory(dialogue=own), ThemeFactory(dialogue=foreign, title="Hemligt")
    answer = confirm(client_of(bo), "sort", row, themes=[theme.pk])
    assert answer.status_code == 200 and "Hemligt" not in answer.content.decode()
    assert not ThemeContribution.objects.exists()


def test_contributions_of_two_dialogues_are_not_sorted_together(own: Any, bo: Any, client_of: Any) -> None:
    rows = [ContributionFactory(dialogue=own), ContributionFactory(dialogue=DialogueFactory(open=True))]
    answer = client_of(bo).get(address("sort", *rows))
    assert answer.status_code == 302 and own.title in said(answer)


def test_taking_out_and_marking(own: Any, bo: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    theme = ThemeFactory(dialogue=own, contributions=[row])
    client = client_of(bo)
    confirm(client, "take_out", row, themes=[theme.pk])
    assert not ThemeContribution.objects.exists()
    confirm(client, "no_answer", row, reason="duplicate", note="Se ovan.")
    assert NoAnswerNeeded.objects.get().note == "Se ovan."
    confirm(client, "answer_again", row)
    assert not NoAnswerNeeded.objects.exists()


def test_each_action_leaves_alone_what_it_would_not_change(own: Any) -> None:
    plain, gone = ContributionFactory(dialogue=own), ContributionFactory(dialogue=own, withdrawn=True)
    hidden, official = ContributionFactory(dialogue=own, hidden=True), ContributionFactory(dialogue=own, official=True)
    rows = (plain, gone, hidden, official)
    for action in (SortAction, NoAnswerAction):
        assert [bool(action.stays(row)) for row in rows] == [False, True, True, True]
    assert TakeOutAction.stays(plain) and AnswerAgainAction.stays(plain)
    ThemeFactory(dialogue=own, contributions=[plain])
    assert NoAnswerAction.stays(plain) and not TakeOutAction.stays(plain), "its theme answers it"
