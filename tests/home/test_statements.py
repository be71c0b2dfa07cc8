"""The accessibility statement says who supervises, where to report, and is found from every page."""

import pytest

from cms.models import SiteIdentity

pytestmark = pytest.mark.django_db


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
