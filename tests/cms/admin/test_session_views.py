"""The admin's pages ask who is signed in; a tab that was opened to sign in says where to go on."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]
STATE, SIGNED_IN = reverse("admin_session"), reverse("admin_signed_in")


def test_a_page_learns_who_works_here_and_gets_a_token_that_counts(site_tree: Any, dag: Any, client_of: As) -> None:
    client = client_of(dag)
    client.handler.enforce_csrf_checks = True
    answer = client.get(STATE)
    state = answer.json()
    assert (state["person"], state["name"]) == (str(dag.pk), str(dag)) and "no-store" in answer["Cache-Control"]
    form = {"csrfmiddlewaretoken": state["token"], "title": "Belysning i parken"}
    assert client.post("/admin/dialogues/new/", form).status_code in (200, 302)


def test_nobody_works_here_without_the_right_or_the_second_step(
    site_tree: Any, astrid: Any, dag: Any, client_of: As, client_with_password: As
) -> None:
    for client in (Client(), client_of(astrid), client_with_password(dag)):
        assert client.get(STATE).json()["person"] is None


def test_the_new_tab_asks_for_what_is_missing_and_then_leads_back(
    site_tree: Any, astrid: Any, dag: Any, client_of: As, client_with_password: As
) -> None:
    assert Client().get(SIGNED_IN)["Location"] == f"/konto/login/?next={SIGNED_IN}"
    assert client_of(astrid).get(SIGNED_IN).status_code == 403
    assert client_with_password(dag).get(SIGNED_IN)["Location"].startswith("/konto/2fa/")
    assert "Gå tillbaka till fliken som du skrev i" in client_of(dag).get(SIGNED_IN).content.decode()
