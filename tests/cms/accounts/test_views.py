"""Ways into the admin lead by the site's own login."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_admin_has_no_login_of_its_own(client, site_tree):
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0].startswith("/konto/login/?next=")


def test_a_citizen_in_front_of_the_admin_is_told_so(client_of, astrid, site_tree):
    response = client_of(astrid).get("/admin/", follow=True)
    assert response.status_code == 403


def test_an_address_of_another_site_is_no_next(client_of, cecilia):
    response = client_of(cecilia).get("/admin/login/?next=https://evil.example/")
    assert response["Location"] == "/admin/"
