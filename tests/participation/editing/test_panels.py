"""The edit forms of a dialogue's pages: what may be written in them, and how it is chosen."""

from typing import Any

import pytest
from django import forms

from participation.editing.page_forms import DialogueForm, FollowUpForm, OutcomeForm, OwnRowsFormSet
from participation.models import DialoguePage, FollowUpPage, OutcomePage

FORMS = [(DialoguePage, DialogueForm), (OutcomePage, OutcomeForm), (FollowUpPage, FollowUpForm)]


def form_class(model: Any) -> Any:
    return model.get_edit_handler().get_form_class()


@pytest.mark.parametrize("model, base", FORMS)
def test_each_page_is_edited_in_the_form_that_checks_it(model: Any, base: type) -> None:
    assert issubclass(form_class(model), base)
    assert {"title", "slug"} <= set(form_class(model).base_fields)


def test_a_dialogues_form_holds_all_that_publication_asks_for() -> None:
    asked = {"question", "level", "open_to_influence", "body", "feedback_due_on", "feedback_responsible", "concerns_children"}
    assert asked <= set(form_class(DialoguePage).base_fields)
    assert {"phases", "mandate_steps", "other_ways", "documents", "updates"} <= set(form_class(DialoguePage).formsets)


def test_few_choices_are_seen_at_once() -> None:
    fields = form_class(DialoguePage).base_fields
    assert all(isinstance(fields[name].widget, forms.RadioSelect) for name in ("level", "concerns_children", "publishing"))
    assert all(isinstance(fields[name].widget, forms.CheckboxSelectMultiple) for name in ("target_groups", "places", "partners"))
    assert isinstance(form_class(OutcomePage).base_fields["step"].widget, forms.RadioSelect)


@pytest.mark.parametrize("model, relation", [(OutcomePage, "items"), (FollowUpPage, "commitments")])
def test_rows_choose_among_what_their_own_dialogue_has(model: Any, relation: str) -> None:
    assert issubclass(form_class(model).formsets[relation], OwnRowsFormSet)


def test_a_commitment_is_saved_as_a_draft_without_its_day() -> None:
    assert "due_on" in form_class(FollowUpPage).formsets["commitments"].form._meta.defer_required_on_fields
