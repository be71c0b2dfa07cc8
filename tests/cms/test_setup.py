"""`manage.py setup_site` makes what every installation needs, and may run again."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupPagePermission,
    Locale,
    Page,
    PageViewRestriction,
    Revision,
    Site,
    Workflow,
    WorkflowPage,
)

from cms.organisation.roles import COORDINATORS
from cms.pages import site_fronts
from cms.setup import setup_site
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/",
    "/en/",
    "/dialoger/",
    "/en/dialogues/",
    "/om/",
    "/en/about/",
    "/regler/",
    "/en/rules/",
    "/personuppgifter/",
    "/en/privacy/",
    "/tillganglighet/",
    "/en/accessibility/",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_top_page_answers_in_both_languages(client, installed, address):
    assert client.get(address).status_code == 200


def test_the_welcome_page_of_wagtail_is_gone(installed):
    assert not Page.objects.filter(slug="home").exists()
    assert Site.objects.get().root_page.specific_class in site_fronts()


def test_translations_are_pages_of_their_own_not_aliases(installed):
    assert Page.objects.filter(alias_of=None, locale__language_code="en").count() == Page.objects.filter(locale__language_code="en").count()
    for page in Page.objects.filter(depth__gt=1, locale__language_code="sv"):
        assert page.has_translation(Locale.objects.get(language_code="en")), page


def test_the_site_has_the_address_of_the_settings(settings):
    settings.BASE_URL = "https://dialog.example.org"
    setup_site()
    site = Site.objects.get()
    assert (site.hostname, site.port, site.is_default_site) == ("dialog.example.org", 443, True)


def test_groups_of_wagtail_with_rights_everywhere_are_gone(installed):
    assert set(Group.objects.values_list("name", flat=True)) == {"Medarbetare", COORDINATORS}
    assert not GroupPagePermission.objects.filter(page__depth=1).exists()


def test_the_workflow_asks_the_coordinators(installed):
    assert [workflow.workflow for workflow in WorkflowPage.objects.filter(page__depth=1)] == [Workflow.objects.get()]
    assert [group.name for group in GroupApprovalTask.objects.get().groups.all()] == [COORDINATORS]


def test_a_coordinator_may_edit_both_fronts_and_the_organisation(client_of, installed):
    coordinator = UserFactory(staff=True)
    coordinator.groups.add(Group.objects.get(name=COORDINATORS))
    client = client_of(coordinator)
    for page in installed.get_translations(inclusive=True):
        assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    assert client.get("/admin/snippets/cms_organisation/body/").status_code == 200


def test_running_again_changes_nothing(installed):
    def counts():
        return [model.objects.count() for model in (Page, Revision, Group, Site, Collection, PageViewRestriction, Workflow)]

    before = counts()
    out = StringIO()
    call_command("setup_site", stdout=out)
    assert counts() == before
    assert "Start" in out.getvalue()


def test_running_again_keeps_what_people_changed(installed):
    index = installed.get_children().get(slug="dialoger").specific
    index.slug, index.title = "samtal", "Samtal"
    index.save_revision().publish()
    Group.objects.get(name=COORDINATORS).permissions.clear()
    setup_site()
    assert [page.slug for page in installed.get_children().type(type(index))] == ["samtal"]
    assert not Group.objects.get(name=COORDINATORS).permissions.exists()


def test_a_missing_translation_is_made_again(installed):
    Page.objects.get(slug="dialogues").delete()
    setup_site()
    assert installed.get_children().get(slug="dialoger").has_translation(Locale.objects.get(language_code="en"))


def test_a_plain_front_becomes_the_start_page_when_home_is_switched_on(installed):
    pages, model = Page.objects.filter(translation_key=installed.translation_key), type(installed)
    for page in model.objects.all():
        page.sections.all().delete()
    model.objects.all()._raw_delete(model.objects.db)
    pages.update(content_type=ContentType.objects.get_for_model(Page))
    front = setup_site()
    assert all(page.specific_class is model and page.specific.heading for page in pages.all())
    assert front.get_children().filter(slug="dialoger").exists()
