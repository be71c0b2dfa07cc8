"""Translating a page needs the right to edit it."""

import pytest
from wagtail.models import Page

from tests.factories import DialogueFactory, SectionFactory, locale, translated

pytestmark = pytest.mark.django_db


def test_an_editor_does_not_translate_the_page_of_another_administration(client_of, dag):
    stranger = SectionFactory()
    foreign = DialogueFactory(parent=stranger, draft=True, title="Hemlig kanariefågel")
    translated(stranger)
    before = Page.objects.count()
    client = client_of(dag)
    address = f"/admin/localize/submit/page/{foreign.pk}/"
    for response in (client.get(address), client.post(address, {"locales": [locale("en").pk]})):
        assert response.status_code in (403, 404)
        assert "kanariefågel" not in response.content.decode()
    assert Page.objects.count() == before


def test_an_editor_translates_a_page_of_the_own_administration(client_of, dag, site_tree):
    own = DialogueFactory(parent=site_tree.section)
    translated(site_tree.section)
    response = client_of(dag).get(f"/admin/localize/submit/page/{own.pk}/")
    assert response.status_code in (200, 302)
