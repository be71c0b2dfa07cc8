"""Every page type: which page owns the facts, who may be let in, and where a plugin's top page stands."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from cms.pages import base
from cms.pages.base import TopSection, site_fronts
from participation.models import DialogueIndexPage, DialoguePage
from tests.factories import DialogueFactory, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_a_translation_has_its_facts_from_the_page_in_the_default_language(count_queries: Any) -> None:
    page = DialogueFactory()
    english = DialoguePage.objects.get(pk=translated(page).pk)
    assert (english.canonical, english.is_canonical, page.canonical, page.is_canonical) == (page, False, page, True)
    assert count_queries(lambda: english.canonical) == 0, "asked once"
    DialoguePage.objects.filter(pk=page.pk).update(translation_key="00000000-0000-4000-8000-000000000000")
    alone = DialoguePage.objects.get(pk=english.pk)
    assert alone.canonical == alone


def test_a_page_is_closed_by_groups_only() -> None:
    assert DialoguePage.private_page_options == DialogueIndexPage.private_page_options == ["groups"]


def test_where_no_page_on_the_way_is_closed_nothing_is_asked(site_tree: Any, count_queries: Any) -> None:
    page = DialogueFactory()
    page.pages_above = [site_tree.front, site_tree.index, site_tree.section]
    assert not page.get_view_restrictions()
    restriction = PageViewRestriction.objects.create(page=site_tree.section, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Inbjudna"))
    assert list(page.get_view_restrictions()) == [restriction]


def test_a_plugins_top_page_stands_below_the_front_or_below_the_root_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert issubclass(DialogueIndexPage, TopSection) and all(model.is_site_front for model in site_fronts())
    monkeypatch.setattr(base, "site_fronts", list)
    assert TopSection.clean_parent_page_models() == [Page]
    monkeypatch.setattr(base, "site_fronts", lambda: [DialoguePage])
    assert TopSection.clean_parent_page_models() == [DialoguePage]
