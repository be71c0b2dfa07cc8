"""Setting up again keeps what people changed."""

import pytest
from django.core.management import call_command

from home.models import AccessibilityStatementPage, HomeSectionRow, StandardPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/om/", "/regler/", "/personuppgifter/", "/tillganglighet/", "/en/about/", "/en/accessibility/"])
def test_the_pages_of_the_footer_answer(client, home, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


def test_setting_up_again_keeps_what_people_changed(home):
    page = StandardPage.objects.get(slug="om")
    page.title = "Om vår webbplats"
    page.save_revision().publish()
    HomeSectionRow.objects.filter(page=home).delete()
    call_command("setup_site")
    assert StandardPage.objects.get(pk=page.pk).title == "Om vår webbplats"
    assert not HomeSectionRow.objects.filter(page=home).exists()
    assert AccessibilityStatementPage.objects.count() == 2
