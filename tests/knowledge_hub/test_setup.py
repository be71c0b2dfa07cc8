"""The hub is for the staff group: everything at and below it, in every language, existing or not."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from cms import clock
from cms.media.models import SiteDocument
from cms.organisation.roles import COORDINATORS
from cms.organisation.staff import staff_group
from knowledge_hub.models import GuidePage, KnowledgeHubPage
from knowledge_hub.setup import hub_collection
from tests.factories import UserFactory
from tests.signing_in import without_tokens

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/kunskapsbanken/",
    "/kunskapsbanken/planera/",
    "/kunskapsbanken/finns-inte/",
    "/en/knowledge-hub/",
    "/en/knowledge-hub/not-there/",
)


@pytest.fixture
def guide(installed):
    hub = KnowledgeHubPage.objects.get(locale__language_code="sv")
    page = GuidePage(title="Hemlig kanariefågel", slug="planera", stage="plan", review_on=clock.today(), locale=hub.locale)
    Page.objects.get(pk=hub.pk).add_child(instance=page)
    return page


@pytest.mark.parametrize("address", ADDRESSES)
def test_somebody_unknown_is_led_to_the_login(client, guide, address):
    response = client.get(address)
    assert response.status_code == 302
    assert "/login/?next=" in response["Location"]


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


@pytest.mark.parametrize("address", ["/kunskapsbanken", "/kunskapsbanken/planera", "/kunskapsbanken/fil.pdf", "/kunskapsbanken/a//b/"])
def test_addresses_that_no_page_can_have_are_closed_too(client, client_of, guide, address):
    assert client.get(address)["Location"].startswith("/konto/login/?next=")
    assert client_of(UserFactory()).get(address, follow=True).status_code == 404


def test_existing_and_not_existing_look_the_same_to_a_citizen(client_of, guide):
    citizen = client_of(UserFactory())

    def answer(slug):
        text = citizen.get(f"/kunskapsbanken/{slug}/").content.decode()
        return without_tokens(text).replace(slug, "...")

    assert answer("planera") == answer("finnsej")


def test_the_redirect_of_a_moved_guide_tells_outsiders_nothing(client, client_of, guide):
    guide.slug = "ny-plats"
    guide.save()
    Redirect.add_redirect("/kunskapsbanken/planera/", redirect_to=guide)
    assert client_of(UserFactory(staff=True)).get("/kunskapsbanken/planera/")["Location"].endswith("/kunskapsbanken/ny-plats/")
    assert client_of(UserFactory()).get("/kunskapsbanken/planera/").status_code == 404
    assert client.get("/kunskapsbanken/planera/")["Location"].startswith("/konto/login/")


def test_an_alias_elsewhere_is_as_closed_as_its_source(client, client_of, guide):
    front = Page.objects.get(slug="start")
    alias = guide.create_alias(parent=front, update_slug="avbild")
    assert client.get(alias.url)["Location"].startswith("/konto/login/")
    assert client_of(UserFactory()).get(alias.url).status_code == 404
    assert client_of(UserFactory(staff=True)).get(alias.url).status_code == 200


def test_a_translation_is_closed_from_its_first_moment(client, client_of, guide):
    copy = guide.copy_for_translation(Locale.objects.get(language_code="en"))
    copy.save_revision().publish()
    assert client.get(copy.url)["Location"].startswith("/en/account/login/")
    assert client_of(UserFactory()).get(copy.url).status_code == 404


def test_an_editor_sees_the_preview(client_of, guide):
    coordinator = UserFactory()
    coordinator.groups.add(Group.objects.get(name=COORDINATORS))
    guide.save_revision(user=coordinator)
    response = client_of(coordinator).get(f"/admin/pages/{guide.pk}/view_draft/")
    assert response.status_code == 200
    assert "kanariefågel" in response.content.decode()


def test_a_hub_made_in_the_admin_is_closed_from_its_first_moment(rf):
    assert KnowledgeHubPage().get_default_privacy_setting(rf.get("/")) == {"type": "groups", "groups": [staff_group()]}


def test_a_guide_past_its_day_is_marked(client_of, guide):
    assert guide.is_due_for_review
    assert "chip" in client_of(UserFactory(staff=True)).get("/kunskapsbanken/").content.decode()
