"""Signing in and up: by e-mail address in any case, and never a word about which addresses are known."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from cms.accounts.adapter import AccountAdapter
from cms.accounts.models import User
from cms.http.rate_limits import OWN_TIMES
from tests.factories import PASSWORD, UserFactory, editors_of, site_tree
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db


SIGN_UP = {"password1": "en-ganska-lang-fras-7", "password2": "en-ganska-lang-fras-7"}


def test_one_account_per_address_in_any_case(site_tree):
    User.objects.create_user("Astrid@Example.org", PASSWORD)
    assert User.objects.get().email == "astrid@example.org"
    with pytest.raises(IntegrityError), transaction.atomic():
        User(email="ASTRID@example.org").save()


@pytest.mark.parametrize("address", ["astrid@example.org", "ASTRID@EXAMPLE.ORG"])
def test_somebody_signs_in_with_the_address_in_any_case(client, site_tree, astrid, address):
    response = client.post("/konto/login/", {"login": address, "password": PASSWORD})
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(astrid.pk)


def test_signing_up_with_a_known_address_looks_like_with_a_fresh_one(client, site_tree, astrid):
    known = client.post("/konto/signup/", {"email": "Astrid@example.org", **SIGN_UP})
    fresh = client.post("/konto/signup/", {"email": "ny@example.org", **SIGN_UP})
    assert (known.status_code, known["Location"]) == (fresh.status_code, fresh["Location"])
    assert [message.to for message in work_off()] == [["astrid@example.org"], ["ny@example.org"]]


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, site_tree, astrid):
    def answer(address):
        page = client.post("/konto/login/", {"login": address, "password": "fel"})
        return page.status_code, page.context["form"].non_field_errors()

    assert answer(astrid.email) == answer("okand@example.org")


def test_logging_out_needs_a_post(client_of, astrid, site_tree):
    client = client_of(astrid)
    client.get("/konto/logout/")
    assert "_auth_user_id" in client.session
    client.post("/konto/logout/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["/konto/login/", "/konto/signup/", "/konto/password/reset/", "/en/account/login/"])
def test_no_cache_keeps_a_page_of_accounts(client, site_tree, address):
    response = client.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_an_editor_comes_to_the_admin_after_the_login(client):
    tree = site_tree()
    editor = UserFactory(staff=True)
    editors_of(tree.section, editor)
    response = client.post("/konto/login/", {"login": editor.email, "password": PASSWORD})
    assert response["Location"] == "/admin/"


def test_a_class_signs_up_from_one_network(site_tree):
    answers = [Client().post("/konto/signup/", {"email": f"elev{n}@example.org", **SIGN_UP}).status_code for n in range(31)]
    assert set(answers) == {302}


def test_a_network_of_ones_own_signs_in_more_often(settings, rf):
    adapter, request = AccountAdapter(), rf.get("/", REMOTE_ADDR="10.20.0.1")
    assert adapter.get_client_ip(request) == "10.20.0.1"
    settings.GENSVAR_OWN_NETWORKS = ["10.20.0.0/16"]
    parts = {adapter.get_client_ip(request) for _n in range(300)}
    assert len(parts) == OWN_TIMES and all(part.startswith("10.20.0.1 ") for part in parts)
