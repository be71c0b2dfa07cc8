"""The search finds guides, and follows when a method is renamed."""

import pytest
from wagtail.models import Page

from cms.search.models import SearchDocument
from knowledge_hub.models import GuidePage, Method
from knowledge_hub.search import GUIDE
from tests.search_tools import settle

pytestmark = pytest.mark.django_db


def add_guide(hub, title, stage, **fields):
    page = GuidePage(title=title, slug=stage, stage=stage, locale=hub.locale, **fields)
    Page.objects.get(pk=hub.pk).add_child(instance=page)
    return page


def test_the_search_finds_a_guide_by_the_new_name_of_its_method(hub):
    method = Method.objects.create(code="test_walk", name="Trygghetsvandring", level="consult")
    page = add_guide(hub, "Ute om kvällen", "plan")
    page.methods.set([method])
    page.save()
    settle()
    method.name = "Ljusvandring"
    method.save()
    settle()
    assert "Ljusvandring" in SearchDocument.objects.get(kind=GUIDE, object_id=page.pk).text
