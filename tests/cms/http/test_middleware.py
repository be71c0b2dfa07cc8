"""The language comes from the address alone; the admin has a policy of its own."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/", "sv"),
        ("/konto/login/", "sv"),
        ("/en/account/login/", "en"),
        ("/finns-inte/", "sv"),
        ("/en/finns-inte/", "en"),
        ("/enkel/", "sv"),
    ],
)
def test_the_language_of_an_address(client, site_tree, address, language):
    response = client.get(address, headers={"accept-language": "en-GB"})
    assert response["Content-Language"] == language
    assert f'<html lang="{language}"' in response.content.decode()


def test_no_address_varies_by_the_browsers_language(client, site_tree):
    assert "accept-language" not in client.get("/").get("Vary", "").lower()


def test_pages_forbid_inline_script_and_style(client, site_tree):
    policy = client.get("/")["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("address", ["/", "/finns-inte/", "/_/health/"])
def test_only_a_position_may_be_asked_for_and_only_by_our_own_pages(client, site_tree, address):
    policy = client.get(address)["Permissions-Policy"]
    assert "geolocation=(self)" in policy
    assert "camera=()" in policy and "microphone=()" in policy


def test_the_admin_has_its_own_policy_and_is_never_stored(client_of, site_tree, dag):
    response = client_of(dag).get("/admin/")
    assert response.status_code == 200
    assert "script-src 'self' 'unsafe-inline'" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]


def test_errors_are_styled(client, site_tree):
    response = client.get("/finns-inte/")
    assert response.status_code == 404
    assert "site.css" in response.content.decode()


def test_health_says_ok_and_is_not_stored(client):
    response = client.get("/_/health/")
    assert response.json() == {"status": "ok"}
    assert response["Cache-Control"] == "no-store"
