"""Forms of themes and decisions: what may be chosen in them, and what they refuse."""

from typing import Any

from participation.choices import NoAnswerReason
from participation.feedback.actions.sorting import NOTE_MAX
from participation.feedback.admin.forms import DecisionForm, MergeForm, NoAnswerForm, SortForm, TakeOutForm
from tests.factories import ContributionFactory, DecisionFactory, ThemeFactory


def choices(form: Any, field: str) -> set[Any]:
    return set(form.fields[field].queryset)


def test_a_theme_is_merged_into_another_of_its_dialogue(own: Any, foreign: Any) -> None:
    source, other = ThemeFactory.create_batch(2, dialogue=own)
    ThemeFactory(dialogue=foreign)
    assert choices(MergeForm(source=source), "target") == {other}


def test_sorting_needs_a_theme_old_or_new(own: Any, foreign: Any) -> None:
    theme, others = ThemeFactory(dialogue=own), ThemeFactory(dialogue=foreign)
    for themes, new_theme, is_valid in (
        ([], "", False),
        ([], "  ", False),
        ([theme.pk], "", True),
        ([], "Lägre fart", True),
        ([others.pk], "", False),
    ):
        assert SortForm({"themes": themes, "new_theme": new_theme}, dialogue=own).is_valid() is is_valid


def test_the_first_theme_of_a_dialogue_can_only_be_new(own: Any) -> None:
    assert list(SortForm(dialogue=own).fields) == ["new_theme"]


def test_contributions_are_taken_out_of_themes_that_they_lie_in(own: Any) -> None:
    one, two = ContributionFactory.create_batch(2, dialogue=own)
    first, second = ThemeFactory(dialogue=own, contributions=[one, two]), ThemeFactory(dialogue=own, contributions=[two])
    ThemeFactory(dialogue=own)
    alone, both = TakeOutForm(contributions=[one]), TakeOutForm(contributions=[one, two])
    assert (choices(alone, "themes"), choices(both, "themes")) == ({first}, {first, second})
    assert list(alone.fields["themes"].initial) == [first] and both.fields["themes"].initial is None, "the only one is chosen"


def test_a_decision_is_checked_by_field_and_its_paragraph_by_the_action(own: Any) -> None:
    known = DecisionFactory(dialogue=own)
    again = {"body": known.body_id, "date": known.date, "paragraph": known.paragraph, "diary_number": known.diary_number, "text": "Igen."}
    assert DecisionForm(again).is_valid(), "that the § is taken is said by the action, with the decision that has it"
    assert set(DecisionForm(again | {"body": "", "date": "i går"}).errors) == {"body", "date"}


def test_no_answer_needs_a_reason_and_a_short_note() -> None:
    assert NoAnswerForm({"reason": NoAnswerReason.DUPLICATE}).is_valid()
    assert set(NoAnswerForm({"reason": "tired", "note": "x" * (NOTE_MAX + 1)}).errors) == {"reason", "note"}
