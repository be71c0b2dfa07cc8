"""A restriction, an unpublish and a move follow to translations and aliases."""

import pytest
from wagtail.models import Page, PageViewRestriction

from cms.organisation.staff import staff_group
from cms.visibility import is_visible
from tests.factories import DialogueFactory, SectionFactory, TreeFactory, UserFactory, translated

pytestmark = pytest.mark.django_db

ANYBODY = None


class PlainPageFactory(TreeFactory):
    class Meta:
        model = Page


@pytest.fixture
def page(site_tree) -> Page:
    return PlainPageFactory(parent=site_tree.front, title="Om oss", slug="om-oss")


@pytest.fixture
def english(page) -> Page:
    return Page.objects.get(pk=translated(page).pk)


@pytest.fixture
def alias(site_tree, page) -> Page:
    return page.create_alias(parent=Page.objects.get(pk=site_tree.index.pk), update_slug="samma")


def restrict(page: Page) -> PageViewRestriction:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.set([staff_group()])
    return restriction


def test_a_restriction_follows(page, english, alias, bo):
    restrict(page)
    for follower in (english, alias):
        assert not is_visible(follower, ANYBODY)
        assert is_visible(follower, bo)


def test_a_restriction_taken_away_opens_all(page, english, alias):
    restrict(page).delete()
    assert is_visible(english, ANYBODY)
    assert is_visible(alias, ANYBODY)


def test_a_change_of_groups_follows(page, english, bo):
    restriction = restrict(page)
    restriction.groups.clear()
    assert not is_visible(english, bo)


def test_a_translation_or_alias_made_afterwards_is_born_restricted(site_tree, page):
    restrict(page)
    made = [
        page.create_alias(parent=Page.objects.get(pk=site_tree.index.pk), update_slug="samma"),
        translated(page),
    ]
    for follower in made:
        assert not is_visible(follower, ANYBODY)


def test_what_stands_below_a_restricted_page_is_closed_in_english_too(page):
    below = PlainPageFactory(parent=page, title="Under", slug="under")
    english = translated(below)
    restrict(page)
    assert not is_visible(english, ANYBODY)


def test_restricting_a_translation_leaves_its_source_open(page, english):
    restrict(english)
    assert is_visible(page, ANYBODY)


def test_an_unpublish_follows(page, english, alias):
    page.unpublish()
    for follower in (english, alias):
        follower.refresh_from_db()
        assert not follower.live


def test_an_unpublish_of_the_translation_leaves_the_source(page, english):
    english.unpublish()
    page.refresh_from_db()
    assert page.live


def test_a_move_follows_where_the_new_parent_is_translated(site_tree, page, english):
    goal = PlainPageFactory(parent=site_tree.front, title="Arkiv", slug="arkiv")
    goal_in_english = translated(goal)
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=goal.pk), pos="last-child")
    assert Page.objects.get(pk=english.pk).get_parent().pk == goal_in_english.pk


def test_a_move_leaves_the_translation_where_the_new_parent_has_none(site_tree, page, english):
    before = english.get_parent().pk
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=SectionFactory().pk), pos="last-child")
    assert Page.objects.get(pk=english.pk).get_parent().pk == before


def test_a_new_order_among_siblings_moves_nothing_else(site_tree, page, english):
    path = Page.objects.get(pk=english.pk).path
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=site_tree.index.pk), pos="left")
    assert Page.objects.get(pk=english.pk).path == path


def test_a_translation_is_closed_where_it_is_when_the_new_parent_has_none_in_its_language(site_tree):
    page = DialogueFactory(title="Öppen", slug="oppen")
    english = translated(page, title="Open")
    closed = SectionFactory(title="Stängd", slug="stangd")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.GROUPS).groups.add(staff_group())
    page.move(closed, pos="last-child")
    assert not is_visible(Page.objects.get(pk=english.pk), None)
    assert is_visible(Page.objects.get(pk=english.pk), UserFactory(staff=True))
