"""An address that the site itself uses is refused as a page's."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.forms import ModelChoiceField
from django.test import Client
from django.urls import reverse
from wagtail.models import get_page_models

from cms.pages.forms import reserved_slugs
from participation.models import AdministrationSectionPage, DialogueIndexPage
from tests import factories
from tests.factories import translated
from tests.participation.editing import forms as editor_forms

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


# Through the admin's form of a new page


def sent(client: Client, site_tree: Any, **changes: str) -> Any:
    """The answer to a form of a standard page below the front, sent as a browser sends it."""
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site_tree.front.pk])
    form = editor_forms.form_of(client, url)
    for name, value in changes.items():
        form[name] = value
    return client.post(url, dict(form.lists()))


@pytest.mark.parametrize("title", ["مرحبا بكم", "公園", "ทางเท้า"])
def test_a_title_in_any_script_gets_an_address_that_works_and_so_do_two(site_tree: Any, cecilia: Any, client_of: Any, title: str) -> None:
    client = client_of(cecilia)
    for _twice in range(2):
        assert sent(client, site_tree, title=title, slug="", **{"action-publish": "1"}).status_code == 302
    pages = site_tree.front.get_children().filter(title=title)
    assert len({page.slug for page in pages}) == 2 and all(page.slug.isascii() for page in pages)
    assert [Client().get(page.url).status_code for page in pages] == [200, 200]


@pytest.mark.parametrize("title", ["\u200b\u2060", "\u2800", "\u00ad\ufeff", "\u3164", " \u200d "])
def test_a_title_that_nobody_can_see_is_refused_at_its_field(site_tree: Any, cecilia: Any, client_of: Any, title: str) -> None:
    answer = sent(client_of(cecilia), site_tree, title=title, introduction="Det här står kvar.")
    html = BeautifulSoup(answer.content.decode(), "html.parser")
    assert answer.status_code == 200 and html.select_one("#panel-child-content-title-errors, [id$=title-errors]").text.strip()
    assert html.select_one("[name=introduction]").text.strip() == "Det här står kvar."
