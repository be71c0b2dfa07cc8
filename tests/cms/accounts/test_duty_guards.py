"""An account is neither deactivated nor deleted while it answers for something, one at a time or many at once."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(admin: Any, client_of: Any) -> Client:
    signed_in: Client = client_of(admin)
    return signed_in


def address_of(person: Any) -> str:
    return reverse("cms_duties:hand_over", args=[person.pk])


def edited(client: Client, person: Any, **fields: Any) -> Any:
    """Send the edit form of an account."""
    data = {"email": person.email, "first_name": "Per", "last_name": "Persson", "function": "Utredare", "groups": []}
    return client.post(reverse("wagtailusers_users:edit", args=[person.pk]), data | fields)


def is_active(person: Any) -> bool:
    return User.objects.get(pk=person.pk).is_active


# The doors


def test_the_edit_form_refuses_names_what_is_open_and_leads_on(client: Client, leaving: Any) -> None:
    answer = edited(client, leaving)

    assert answer.status_code == 302
    assert answer.url == address_of(leaving)
    assert is_active(leaving)
    page = client.get(answer.url).content.decode()
    assert "Torget" in page
    assert "svarar för sådant som inte är klart" in page


def test_the_edit_form_still_changes_the_rest(client: Client, leaving: Any) -> None:
    edited(client, leaving, is_active="on", function="Planerare")

    assert User.objects.get(pk=leaving.pk).function == "Planerare"


def test_whoever_has_nothing_open_is_deactivated_in_the_form(client: Client, successor: Any) -> None:
    edited(client, successor)

    assert not is_active(successor)


def test_many_at_once_are_refused(client: Client, leaving: Any, successor: Any) -> None:
    address = reverse("wagtail_bulk_action", args=["cms_accounts", "user", "set_active_state"])
    query = f"?id={leaving.pk}&id={successor.pk}"

    answer = client.post(address + query, {"mark_as_active": "False"})

    assert answer.url == address_of(leaving)
    assert is_active(leaving)
    assert is_active(successor), "nobody of them is deactivated"


def test_many_at_once_can_be_activated(client: Client, leaving: Any) -> None:
    User.objects.filter(pk=leaving.pk).update(is_active=False)
    address = reverse("wagtail_bulk_action", args=["cms_accounts", "user", "set_active_state"])

    client.post(f"{address}?id={leaving.pk}", {"mark_as_active": "True"})

    assert is_active(leaving)


def test_deleting_is_refused_the_same_way(client: Client, leaving: Any) -> None:
    answer = client.post(reverse("wagtailusers_users:delete", args=[leaving.pk]))

    assert answer.url == address_of(leaving)
    assert is_active(leaving)


def test_many_at_once_are_not_deleted_either(client: Client, leaving: Any) -> None:
    client.post(reverse("wagtail_bulk_action", args=["cms_accounts", "user", "delete"]) + f"?id={leaving.pk}")

    assert is_active(leaving)
