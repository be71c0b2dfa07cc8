"""What is in use is not deleted, and the admin says where it is used."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.media.models import SiteDocument
from cms.organisation.models import Administration, Body, Place, TargetGroup, Topic
from participation.models import DialogueDocument
from tests import factories
from tests.cms.organisation.files import document_file

pytestmark = pytest.mark.django_db


As = Callable[[Any], Client]


FACTORIES = {
    Administration: factories.AdministrationFactory,
    Body: factories.BodyFactory,
    Place: factories.PlaceFactory,
    TargetGroup: factories.TargetGroupFactory,
    Topic: factories.TopicFactory,
}


@pytest.fixture
def admin(client_of: As, site_tree: Any) -> Client:
    return client_of(factories.UserFactory(admin=True))


def url(row: Any, view: str, *args: Any) -> str:
    return reverse(row.snippet_viewset.get_url_name(view), args=args)


@pytest.mark.parametrize("find", ["administration", "body", "places", "target_groups", "topics"])
def test_what_is_in_use_is_not_deleted_and_the_admin_says_so(admin: Client, find: str) -> None:
    page = factories.DialogueFactory()
    factories.ContributionFactory(dialogue=page, place=page.places.get())
    row = getattr(page, find)
    row = row.first() if hasattr(row, "first") else row
    bulk = reverse("wagtail_bulk_action", args=["cms_organisation", row._meta.model_name, "delete"])

    for road in (url(row, "delete", row.pk), f"{bulk}?id={row.pk}"):
        response = admin.post(road, follow=True)
        assert response.status_code == 200
        assert said_to_be_used(row) in messages_of(response)
        assert type(row).objects.filter(pk=row.pk).exists()


def said_to_be_used(row: Any) -> str:
    return _("“%(name)s” is in use and cannot be deleted: %(users)s.").split(":")[0] % {"name": row}


def messages_of(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_what_is_not_in_use_is_deleted(admin: Client) -> None:
    for make in FACTORIES.values():
        row = make()
        admin.post(url(row, "delete", row.pk))
        assert not type(row).objects.filter(pk=row.pk).exists()


def test_an_account_that_answers_is_not_deleted(admin: Client) -> None:
    responsible = factories.DialogueFactory(concluded=True).feedback_responsible
    bulk = reverse("wagtail_bulk_action", args=["cms_accounts", "user", "delete"])

    alone = admin.post(reverse("wagtailusers_users:delete", args=[responsible.pk]), follow=True)
    assert said_to_be_used(responsible) in messages_of(alone)
    assert admin.post(f"{bulk}?id={responsible.pk}", follow=True).status_code == 200
    assert User.objects.filter(pk=responsible.pk).exists()


def test_a_file_of_a_dialogue_is_not_deleted(admin: Client) -> None:
    page = factories.DialogueFactory()
    document = SiteDocument.objects.create(title="Plan", file=document_file())
    DialogueDocument.objects.create(page=page, kind="plan_map", title="Plan", document=document, locale=page.locale)
    roads = [
        reverse("wagtaildocs:delete", args=[document.pk]),
        f"{reverse('wagtail_bulk_action', args=['cms_media', 'sitedocument', 'delete'])}?id={document.pk}",
    ]

    for road in roads:
        assert admin.post(road, follow=True).status_code == 200
        assert SiteDocument.objects.filter(pk=document.pk).exists()
