"""The organisation in the admin: lists, forms, deleting what is in use, merging topics."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

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


@pytest.mark.parametrize("model", FACTORIES)
def test_lists_forms_and_history_answer(admin: Client, model: Any) -> None:
    row = FACTORIES[model]()
    for view in ("list", "add"):
        assert admin.get(url(row, view)).status_code == 200
    for view in ("edit", "history", "usage", "delete"):
        assert admin.get(url(row, view, row.pk)).status_code == 200
    assert row.name in admin.get(f"{url(row, 'list')}?q={row.name}").content.decode()


def test_a_row_is_made_and_changed(admin: Client) -> None:
    data = {"name": "Alstad", "name_en": "", "slug": "alstad", "kind": "locality", "is_active": "on"}
    assert admin.post(url(Place, "add"), data).status_code == 302
    place = Place.objects.get(slug="alstad")
    admin.post(url(Place, "edit", place.pk), {**data, "name": "Alstad kyrkby"})

    assert Place.objects.get(pk=place.pk).name == "Alstad kyrkby"
    assert ModelLogEntry.objects.for_instance(place).count() == 2


def test_dates_in_the_wrong_order_are_shown_at_their_field(admin: Client) -> None:
    data = {"name": "A", "slug": "a", "kind": "administration", "valid_from": "2026-01-01", "valid_to": "2025-01-01"}
    response = admin.post(url(Administration, "add"), data)

    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"valid_to"}


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


# Merging topics


@pytest.fixture
def merge_url() -> str:
    return url(Topic, "merge")


def test_merging_shows_what_moves_and_asks(admin: Client, merge_url: str) -> None:
    page = factories.DialogueFactory()
    old, new = page.topics.first(), factories.TopicFactory()
    assert merge_url in admin.get(url(Topic, "list")).content.decode()
    assert admin.get(merge_url).status_code == 200

    response = admin.get(f"{merge_url}?source={old.pk}&target={new.pk}")
    assert [use["count"] for use in response.context["uses"]] == [1]
    assert Topic.objects.get(pk=old.pk).is_active

    admin.post(merge_url, {"source": old.pk, "target": new.pk})
    assert list(page.topics.all()) == [new]
    assert Topic.objects.get(pk=old.pk).merged_into == new
    history = admin.get(url(Topic, "history", new.pk)).content.decode()
    assert _("Took over “%(source)s” with %(moved)s links") % {"source": old.name, "moved": 1} in history


def test_a_topic_is_not_merged_into_itself(admin: Client, merge_url: str) -> None:
    topic = factories.TopicFactory()
    response = admin.post(merge_url, {"source": topic.pk, "target": topic.pk})

    assert set(response.context["form"].errors) == {"target"}


def test_only_those_who_may_change_topics_merge_them(client_of: As, dag: Any, merge_url: str) -> None:
    assert client_of(dag).get(merge_url).status_code == 302


# Accounts


def test_accounts_have_a_function_and_an_administration(admin: Client, site_tree: Any) -> None:
    add = reverse("wagtailusers_users:add")
    assert 'name="function"' in admin.get(add).content.decode()
    data = {
        "email": "Ny@Example.org",
        "first_name": "Ny",
        "last_name": "Person",
        "function": "Trafikplanerare",
        "administration": site_tree.administration.pk,
        "password1": factories.PASSWORD,
        "password2": factories.PASSWORD,
    }
    response = admin.post(add, data)
    assert response.status_code == 302, response.context["form"].errors

    user = User.objects.get(email="ny@example.org")
    assert user.shown_function == "Trafikplanerare"
    edit = reverse("wagtailusers_users:edit", args=[user.pk])
    assert "Trafikplanerare" in admin.get(edit).content.decode()
    response = admin.post(edit, {**data, "function": "Enhetschef", "is_active": "on"})
    assert response.status_code == 302, response.context["form"].errors
    assert User.objects.get(pk=user.pk).function == "Enhetschef"
