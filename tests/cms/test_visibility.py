"""May they see it? Pages: live, not restricted, of a plugin that is on, and no translation of a draft."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PageViewRestriction

from cms.accounts.models import User
from cms.organisation.models import Place
from cms.organisation.staff import staff_group
from cms.visibility import is_visible, refused_paths, visible_to
from tests.factories import UserFactory, locale, translated

pytestmark = pytest.mark.django_db

ANYBODY = None


@pytest.fixture
def page(site_tree) -> Page:
    return Page.objects.get(pk=site_tree.section.pk)


def restrict(page: Page, kind: str = PageViewRestriction.GROUPS, groups: tuple[Group, ...] = ()) -> PageViewRestriction:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="hemligt")
    restriction.groups.set(groups)
    return restriction


def test_a_live_page_is_seen_by_anybody(page):
    assert is_visible(page, ANYBODY)


def test_a_draft_is_seen_by_nobody(page, cecilia):
    Page.objects.filter(pk=page.pk).update(live=False)
    assert not is_visible(page, ANYBODY)
    assert not is_visible(page, cecilia)


@pytest.mark.parametrize(
    ("kind", "anybody", "citizen", "staff", "superuser"),
    [
        (PageViewRestriction.GROUPS, False, False, True, True),
        (PageViewRestriction.LOGIN, False, False, False, True),
        (PageViewRestriction.PASSWORD, False, False, False, True),
    ],
)
def test_a_restriction_and_what_is_below_it(site_tree, page, astrid, bo, kind, anybody, citizen, staff, superuser):
    restrict(Page.objects.get(pk=site_tree.index.pk), kind, (staff_group(),))
    people = {ANYBODY: anybody, astrid: citizen, bo: staff, UserFactory(admin=True): superuser}
    for person, may in people.items():
        assert is_visible(page, person) is may
        assert is_visible(site_tree.index, person) is may
        assert is_visible(site_tree.front, person)


def test_of_two_restrictions_on_the_way_both_must_let_in(site_tree, page, bo):
    club = Group.objects.create(name="Klubben")
    restrict(Page.objects.get(pk=site_tree.index.pk), groups=(staff_group(),))
    restrict(page, groups=(club,))
    assert not is_visible(page, bo)
    bo.groups.add(club)
    assert is_visible(page, User.objects.get(pk=bo.pk))


def test_an_account_that_was_closed_sees_what_anybody_sees(page):
    restrict(page)
    closed = UserFactory(admin=True, is_active=False)
    assert not is_visible(page, closed)


def test_a_page_whose_plugin_is_off_is_in_no_list(page):
    gone = ContentType.objects.create(app_label="gone_plugin", model="gonepage")
    Page.objects.filter(pk=page.pk).update(content_type=gone)
    assert not is_visible(page, ANYBODY)


def test_a_translation_of_a_draft_is_not_there(page, client):
    english = translated(page)
    assert is_visible(english, ANYBODY)
    assert client.get(english.url).status_code == 200
    Page.objects.filter(pk=page.pk).update(live=False)
    assert not is_visible(english, ANYBODY)
    assert client.get(english.url).status_code == 404


def test_a_page_in_english_only_is_there(site_tree):
    english = translated(site_tree.front)
    only = Page.objects.get(pk=english.pk).add_child(instance=Page(title="Only in English", slug="only", locale=locale("en")))
    assert is_visible(only, ANYBODY)


def test_refused_paths_are_the_tops_of_what_is_closed(site_tree, page):
    restrict(page)
    assert refused_paths(UserFactory()) == [page.path]


def test_a_model_that_does_not_say_who_may_see_it_is_refused():
    with pytest.raises(TypeError, match="give its QuerySet visible_to"):
        visible_to(Place.objects.all(), ANYBODY)
