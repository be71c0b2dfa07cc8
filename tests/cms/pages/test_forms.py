"""An address that the site itself uses is refused as a page's."""

from typing import Any

import pytest
from django.forms import ModelChoiceField
from wagtail.models import get_page_models

from cms.pages.forms import reserved_slugs
from participation.models import AdministrationSectionPage, DialogueIndexPage
from tests import factories
from tests.factories import translated

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", ["_", "admin", "konto", "kvitto", "namnder", "loften", "d", "en", "sv"])
def test_first_segments_are_derived_from_the_urls(slug):
    assert slug in reserved_slugs()


def test_nothing_empty_or_variable_is_reserved():
    assert "" not in reserved_slugs()
    assert not any("<" in slug for slug in reserved_slugs())


def form_of(parent, page, **data):
    form_class = type(page).get_edit_handler().get_form_class()
    return form_class(data, instance=page, parent_page=parent)


@pytest.mark.parametrize(("slug", "refused"), [("konto", True), ("kvitto", True), ("dialogerna", False)])
def test_below_the_front(site_tree, slug, refused):
    form = form_of(site_tree.front, DialogueIndexPage(), title="Dialoger", slug=slug)
    assert ("slug" in form.errors) is refused


def test_below_the_english_front(site_tree):
    english = translated(site_tree.front)
    assert "slug" in form_of(english, DialogueIndexPage(), title="Dialogues", slug="konto").errors


def test_deeper_down_it_is_free(site_tree):
    form = form_of(site_tree.index, AdministrationSectionPage(), title="Konto", slug="konto")
    assert "slug" not in form.errors


def test_lists_of_people_hold_staff_and_who_was_chosen_before(site_tree: Any, client_of: Any) -> None:
    """Every field of every page's form that offers people."""
    citizen, colleague = factories.UserFactory(), factories.UserFactory(staff=True)
    gone = factories.UserFactory(staff=True, is_active=False)
    offered = 0
    for model in get_page_models():
        form_class = model.get_edit_handler().get_form_class()
        for name, field in form_class.base_fields.items():
            if isinstance(field, ModelChoiceField) and field.queryset.model is type(citizen):
                page = model(**({name: citizen} if name == "owner_person" else {}))
                people = form_class(instance=page, for_user=colleague).fields[name].queryset
                assert colleague in people and gone not in people
                assert (citizen in people) is (name == "owner_person"), "only who was chosen before"
                offered += 1
    assert offered >= 2
