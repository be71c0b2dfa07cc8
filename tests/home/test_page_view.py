"""The start page draws what plugins offer; standard pages and the accessibility statement read well."""

import pytest
from django.core.management import call_command

from cms.models import SiteIdentity
from cms.plugins.home_sections import HomeSection, home_sections
from home.models import AccessibilityStatementPage, HomePage, HomeSectionRow, StandardPage
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(installed):
    return HomePage.objects.get(locale__language_code="sv")


@pytest.fixture
def admin_client_of_home(client_of):
    return client_of(UserFactory(is_staff=True, is_superuser=True))


def test_the_start_page_draws_the_sections_of_its_rows(client, home):
    names = [row.section for row in home.sections.all()]
    assert names == [section.name for section in home_sections]
    response = client.get("/")
    assert response.status_code == 200
    assert "Vad tycker du?" in response.content.decode()


def test_a_section_whose_plugin_is_off_is_left_out_and_its_row_stays(client, home):
    home.sections.add(HomeSectionRow(section="gone_plugin_news", sort_order=9))
    home.save()
    assert client.get("/").status_code == 200
    assert HomePage.objects.get(pk=home.pk).sections.filter(section="gone_plugin_news").exists()


def test_a_plugin_may_offer_a_section(client, home):
    home_sections.register(HomeSection("test_news", "News", "cms/front.html", lambda request: None))
    try:
        home.sections.add(HomeSectionRow(section="test_news", sort_order=9))
        home.save()
        assert client.get("/").status_code == 200
    finally:
        home_sections.unregister("test_news")


@pytest.mark.parametrize("address", ["/om/", "/regler/", "/personuppgifter/", "/tillganglighet/", "/en/about/", "/en/accessibility/"])
def test_the_pages_of_the_footer_answer(client, home, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


def test_the_footer_leads_to_the_statement_in_the_readers_language(client, home):
    assert "/tillganglighet/" in client.get("/om/").content.decode()
    assert "/en/accessibility/" in client.get("/en/about/").content.decode()


def test_the_accessibility_statement_names_the_supervisor_and_where_to_report(client, home):
    identity = SiteIdentity.objects.get()
    identity.contact_email = "kontakt@example.org"
    identity.save()
    text = client.get("/tillganglighet/").content.decode()
    assert "Digg" in text
    assert "mailto:kontakt@example.org" in text


def test_setting_up_again_keeps_what_people_changed(home):
    page = StandardPage.objects.get(slug="om")
    page.title = "Om vår webbplats"
    page.save_revision().publish()
    HomeSectionRow.objects.filter(page=home).delete()
    call_command("setup_site")
    assert StandardPage.objects.get(pk=page.pk).title == "Om vår webbplats"
    assert not HomeSectionRow.objects.filter(page=home).exists()
    assert AccessibilityStatementPage.objects.count() == 2


def test_saving_the_start_page_keeps_a_section_whose_plugin_is_off(admin_client_of_home, home):
    home.sections.add(HomeSectionRow(section="gone_plugin_news", sort_order=9))
    home.save_revision().publish()
    form = admin_client_of_home.get(f"/admin/pages/{home.pk}/edit/").context["form"]
    rows = form.formsets["sections"].forms
    select = str(rows[-1]["section"])
    assert '<option value="gone_plugin_news" selected>' in select
    assert rows[-1].fields["section"].clean("gone_plugin_news") == "gone_plugin_news"
