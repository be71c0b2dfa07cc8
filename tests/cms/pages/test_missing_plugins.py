"""Pages whose plugin is switched off rest: nobody reads, edits or deletes them, and nothing answers 500."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Page, Revision

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def rest(page: Page) -> Page:
    """The page as it is where its plugin is off; its revisions say so too."""
    gone = ContentType.objects.create(app_label="gone_plugin", model="gonepage")
    Page.objects.filter(pk=page.pk).update(content_type=gone)
    Revision.objects.for_instance(page).update(content_type=gone)
    return Page.objects.get(pk=page.pk)


@pytest.fixture
def resting(site_tree) -> Page:
    return rest(site_tree.index)


@pytest.fixture
def admin(client_of):
    return client_of(UserFactory(admin=True))


def test_it_is_not_there_for_visitors(client, resting):
    response = client.get(resting.url)
    assert response.status_code == 404
    assert "site.css" in response.content.decode()


def test_what_stands_below_it_is(client, site_tree, resting):
    assert client.get(site_tree.section.url).status_code == 200


@pytest.mark.parametrize("view", ["edit", "delete", "copy", "move", "unpublish"])
def test_changing_it_is_refused_with_the_plugins_name(admin, resting, view):
    address = reverse(f"wagtailadmin_pages:{view}", args=[resting.pk])
    for send in (admin.get, admin.post):
        response = send(address, follow=True)
        assert response.status_code == 200
        assert "gone_plugin" in response.content.decode()
    assert Page.objects.filter(pk=resting.pk, live=True).exists()


def test_moving_it_elsewhere_is_refused(admin, site_tree, resting):
    address = reverse("wagtailadmin_pages:move_confirm", args=[resting.pk, site_tree.root.pk])
    response = admin.post(address, follow=True)
    assert "gone_plugin" in response.content.decode()
    assert Page.objects.get(pk=resting.pk).path == resting.path


def test_deleting_a_page_above_it_is_refused(admin, site_tree, resting):
    response = admin.post(reverse("wagtailadmin_pages:delete", args=[site_tree.front.pk]), follow=True)
    assert "gone_plugin" in response.content.decode()
    assert Page.objects.filter(pk=resting.pk).exists()


@pytest.mark.parametrize("action", ["delete", "unpublish", "publish", "move"])
def test_many_at_once_are_refused(admin, resting, action):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={resting.pk}"
    response = admin.post(address, {"confirm": "1"}, follow=True)
    assert response.status_code == 200
    assert Page.objects.filter(pk=resting.pk, live=True).exists()


@pytest.mark.parametrize("name", ["wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_reports:site_history"])
def test_the_admin_goes_on(admin, resting, name):
    assert admin.get(reverse(name)).status_code == 200


def test_the_explorer_shows_it(admin, site_tree, resting):
    assert admin.get(reverse("wagtailadmin_explore", args=[site_tree.front.pk])).status_code == 200
    assert admin.get(reverse("wagtailadmin_explore", args=[resting.pk])).status_code == 200


def test_the_admin_shows_it_with_a_draft(admin, site_tree):
    site_tree.index.save_revision()
    resting = rest(site_tree.index)
    assert resting.has_unpublished_changes
    assert resting.title in admin.get(reverse("wagtailadmin_explore", args=[site_tree.front.pk])).content.decode()
    assert admin.get(reverse("wagtailadmin_explore", args=[resting.pk])).status_code == 200
    assert admin.get(reverse("wagtailadmin_pages:search")).status_code == 200


@pytest.mark.parametrize("view", ["history", "usage", "revisions_compare", "workflow_history", "set_privacy", "convert_alias"])
def test_other_views_of_it_do_not_break(admin, resting, view):
    arguments = [resting.pk, "earliest", "latest"] if view == "revisions_compare" else [resting.pk]
    response = admin.get(reverse(f"wagtailadmin_pages:{view}", args=arguments), follow=True)
    assert response.status_code in (200, 404)
