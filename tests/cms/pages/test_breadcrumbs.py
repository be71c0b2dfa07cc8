"""Breadcrumbs: made in one place, and never naming what the reader may not see."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from wagtail.models import Page

from cms import clock
from cms.pages.breadcrumbs import breadcrumbs_of
from home.models import HomePage, StandardPage
from knowledge_hub.models import GuidePage, KnowledgeHubPage
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def request_of(person=None):
    request = RequestFactory().get("/")
    request.user = person or AnonymousUser()
    return request


@pytest.fixture
def text(installed):
    front = HomePage.objects.get(locale__language_code="sv")
    return front.add_child(instance=StandardPage(title="Om", slug="om-proven")).add_child(instance=StandardPage(title="Vi", slug="vi"))


def test_a_page_of_text_names_the_pages_above_it(client, text):
    steps = client.get(text.url).context["breadcrumbs"]
    assert [(step["label"], step.get("url")) for step in steps] == [("Hem", "/"), ("Om", text.get_parent().url), ("Vi", None)]


def test_pages_above_that_the_reader_may_not_see_are_left_out(text):
    Page.objects.filter(pk=text.get_parent().pk).update(live=False)
    assert [step["label"] for step in breadcrumbs_of(text, request_of())] == ["Hem", "Vi"]


def test_a_guide_does_not_lead_to_a_hub_that_is_withdrawn(client_of, installed):
    hub = Page.objects.get(pk=KnowledgeHubPage.objects.get(locale__language_code="sv").pk)
    guide = GuidePage(title="Planera", slug="planera", stage="plan", review_on=clock.today(), locale=hub.locale)
    hub.add_child(instance=guide)
    staff = client_of(UserFactory(staff=True))
    assert [step["label"] for step in staff.get(guide.url).context["breadcrumbs"]] == ["Hem", hub.title, "Planera"]
    Page.objects.filter(pk=hub.pk).update(live=False)
    assert [step["label"] for step in staff.get(guide.url).context["breadcrumbs"]] == ["Hem", "Planera"]


def test_a_page_that_is_not_stored_yet_has_no_pages_above(installed):
    assert [step["label"] for step in breadcrumbs_of(StandardPage(title="Ny"), request_of())] == ["Hem", "Ny"]
