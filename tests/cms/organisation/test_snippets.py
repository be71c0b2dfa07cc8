"""The organisation's lists in the admin."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.accounts.models import User
from cms.organisation.models import Administration, Body, Place, TargetGroup, Topic
from tests import factories

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
