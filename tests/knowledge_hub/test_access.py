"""The hub is for the staff group: everything at and below it, in every language, existing or not."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.models import Page

from cms import clock
from cms.media.models import SiteDocument
from knowledge_hub.models import GuidePage, KnowledgeHubPage
from knowledge_hub.setup import hub_collection
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/kunskapsbanken/",
    "/kunskapsbanken/planera/",
    "/kunskapsbanken/finns-inte/",
    "/en/knowledge-hub/",
    "/en/knowledge-hub/not-there/",
)


@pytest.fixture
def guide():
    call_command("setup_site")
    hub = KnowledgeHubPage.objects.get(locale__language_code="sv")
    page = GuidePage(title="Hemlig kanariefågel", slug="planera", stage="plan", review_on=clock.today(), locale=hub.locale)
    Page.objects.get(pk=hub.pk).add_child(instance=page)
    return page


@pytest.mark.parametrize("address", ADDRESSES)
def test_somebody_unknown_is_led_to_the_login(client, guide, address):
    response = client.get(address)
    assert response.status_code == 302
    assert "/konto/login/?next=" in response["Location"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_citizen_finds_nothing(client_of, guide, address):
    response = client_of(UserFactory()).get(address)
    assert response.status_code == 404
    assert "kanariefågel" not in response.content.decode()


@pytest.mark.parametrize(("address", "status"), list(zip(ADDRESSES, (200, 200, 404, 200, 404), strict=True)))
def test_staff_see_what_there_is(client_of, guide, address, status):
    response = client_of(UserFactory(staff=True)).get(address)
    assert response.status_code == status
    assert "no-store" in response["Cache-Control"]


def test_a_guide_stands_in_no_list_that_others_see(client, client_of, guide):
    for reader in (client, client_of(UserFactory())):
        front = reader.get("/").content.decode()
        assert "Kunskapsbanken" not in front
        assert "kanariefågel" not in front
    assert "Kunskapsbanken" in client_of(UserFactory(staff=True)).get("/").content.decode()


def test_a_file_of_the_hub_is_not_there_for_others(client, client_of, guide):
    document = SiteDocument(title="Mall", collection=hub_collection())
    document.file.save("mall.txt", ContentFile(b"hemligt"))
    assert client.get(document.url).status_code == 404
    assert client_of(UserFactory()).get(document.url).status_code == 404
    answer = client_of(UserFactory(staff=True)).get(document.url)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_a_guide_past_its_day_is_marked(client_of, guide):
    assert guide.is_due_for_review
    assert "chip" in client_of(UserFactory(staff=True)).get("/kunskapsbanken/").content.decode()
