"""Where no plugin draws the front, the host lists the live sections below it."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Site

from cms.organisation.staff import staff_group

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(installed):
    """A front whose plugin is switched off, in both languages."""
    front = Site.objects.get(is_default_site=True).root_page
    gone = ContentType.objects.create(app_label="gone_plugin", model="gonepage")
    Page.objects.filter(translation_key=front.translation_key).update(content_type=gone)
    return Page.objects.get(pk=front.pk)


@pytest.mark.parametrize(("address", "section"), [("/", 'href="/dialoger/"'), ("/en/", 'href="/en/dialogues/"')])
def test_a_front_without_its_plugin_lists_the_sections(client, front, address, section):
    response = client.get(address)
    assert response.status_code == 200
    assert section in response.content.decode()


def test_a_plain_page_as_front_lists_the_sections(client, front):
    Page.objects.filter(translation_key=front.translation_key).update(content_type=ContentType.objects.get_for_model(Page))
    assert 'href="/dialoger/"' in client.get("/").content.decode()


def test_the_list_leaves_out_what_the_reader_may_not_see(client, front):
    assert "/kunskapsbanken/" not in client.get("/").content.decode()


def test_another_page_without_its_plugin_is_not_there_but_those_below_it_are(client, front):
    index = Page.objects.get(slug="dialoger")
    below = index.add_child(instance=Page(title="Under", slug="under", locale=index.locale))
    Page.objects.filter(pk=index.pk).update(content_type=front.content_type)
    assert client.get("/dialoger/").status_code == 404
    assert client.get("/dialoger/under/").status_code == 200, below.url


def test_a_restricted_front_leads_to_the_login_which_stays_open(client, front):
    restriction = front.view_restrictions.create(restriction_type="groups")
    restriction.groups.add(staff_group())
    response = client.get("/")
    assert response["Location"].startswith("/konto/login/")
    assert client.get("/konto/login/").status_code == 200
