"""Pages as findable things: who may find them, in which languages, under which year."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from cms.organisation.staff import staff_group
from cms.search.audience import Audience
from cms.search.pages import audiences_of_pages, in_all_languages, kind_of, page_group, pages_by_kind, standard_facets, with_translations
from participation.models import AdministrationSectionPage, DialoguePage, OutcomePage
from participation.search.pages import DIALOGUE
from tests.factories import DialogueFactory, OutcomeFactory, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def closed_to_all_but(page: Page, *groups: Group) -> None:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.set(groups)


def test_a_page_is_everybodys_the_staffs_or_nobodys() -> None:
    public, staffs, invited, draft = DialogueFactory(), DialogueFactory(), DialogueFactory(), DialogueFactory(draft=True)
    closed_to_all_but(staffs, staff_group())
    closed_to_all_but(invited, Group.objects.create(name="Inbjudna"))
    assert audiences_of_pages([public, staffs, invited, draft]) == {public.pk: Audience.PUBLIC, staffs.pk: Audience.STAFF}


def test_what_stands_below_a_closed_page_is_closed_with_it() -> None:
    page = DialogueFactory(closed=True)
    outcome = OutcomeFactory(dialogue=page)
    closed_to_all_but(page, Group.objects.create(name="Inbjudna"))
    assert audiences_of_pages([outcome]) == {}


def test_a_translation_goes_with_the_page_that_it_translates() -> None:
    page = DialogueFactory()
    english = translated(page)
    assert with_translations(page) == [page.pk, english.pk] and with_translations(english) == [english.pk]
    assert set(in_all_languages(DialoguePage.objects.filter(pk=english.pk))) == {page.pk, english.pk}
    assert page_group(DIALOGUE, page) == page_group(DIALOGUE, english)
    DialoguePage.objects.filter(pk=page.pk).update(live=False)
    assert audiences_of_pages([english]) == {}, "a translation of a draft is not found"


def test_the_findable_pages_at_and_below_a_page_are_told_by_kind(site_tree: Any) -> None:
    page = DialogueFactory(closed=True)
    outcome = OutcomeFactory(dialogue=page)
    found = {findable.name: pks for findable, pks in pages_by_kind(page)}
    assert found == {DIALOGUE: [page.pk], kind_of(OutcomePage): [outcome.pk]}
    assert kind_of(DialoguePage) == DIALOGUE and kind_of(None) == kind_of(AdministrationSectionPage) == ""


def test_a_year_is_that_of_the_place() -> None:
    late = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
    assert standard_facets(DIALOGUE, "sv", late) == {"type": [DIALOGUE], "language": ["sv"], "year": ["2026"]}
    assert "year" not in standard_facets(DIALOGUE, "sv", None)
