"""The start page draws what plugins offer."""

import pytest

from cms.plugins.home_sections import HomeColumn, HomeSection, home_sections
from home.models import HomePage, HomeSectionRow
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("column", HomeColumn)
def test_a_section_stands_in_its_column(client, home, column):
    home_sections.register(HomeSection("test_news", "News", "cms/front.html", lambda request: {"sections": []}, column))
    try:
        home.sections.set([HomeSectionRow(section="test_news", sort_order=9)])
        home.save()
        context = client.get("/").context
        assert [name.value for name in HomeColumn if context[name.value]] == [column.value]
    finally:
        home_sections.unregister("test_news")


def test_saving_the_start_page_keeps_a_section_whose_plugin_is_off(admin_client_of_home, home):
    home.sections.add(HomeSectionRow(section="gone_plugin_news", sort_order=9))
    home.save_revision().publish()
    form = admin_client_of_home.get(f"/admin/pages/{home.pk}/edit/").context["form"]
    rows = form.formsets["sections"].forms
    select = str(rows[-1]["section"])
    assert '<option value="gone_plugin_news" selected>' in select
    assert rows[-1].fields["section"].clean("gone_plugin_news") == "gone_plugin_news"
