"""What a page shows is told by its plugin (`page_views`), so that its model knows no view."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from cms.pages.views import page_view, page_views, shown_by
from tests.factories import DialogueFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def petitions():
    """A view of a page type that no plugin has, taken away again."""
    yield page_view("cms_test.PetitionPage")
    page_views.unregister("cms_test.PetitionPage")


def test_a_page_shows_what_its_view_gives():
    dialogue = DialogueFactory()
    request = RequestFactory().get("/")
    request.user = None
    assert "stations" in shown_by(dialogue, request)
    assert dialogue.get_context(request)["canonical"] == dialogue


def test_a_page_type_without_a_view_shows_its_own_fields(monkeypatch):
    dialogue = DialogueFactory()
    monkeypatch.setattr(page_views, "_entries", {})
    assert shown_by(dialogue, RequestFactory().get("/")) == {}


def test_a_second_view_for_the_same_page_type_is_refused(petitions):
    petitions(lambda request, page: {})
    with pytest.raises(ImproperlyConfigured, match="twice"):
        page_view("cms_test.PetitionPage")(lambda request, page: {})
