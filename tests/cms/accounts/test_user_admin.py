"""What a coordinator may do with accounts: give roles, and nothing that leads further."""

import pytest
from django.contrib.auth.models import Group

from cms.accounts.models import User
from cms.organisation.roles import coordinator_group, has_role
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


# Accounts: what a coordinator may change (a user form holds every group and "administrator")


def edit(client, account, **changes):
    data = {"email": account.email, "first_name": account.first_name or "A", "last_name": account.last_name or "B", "is_active": "on"}
    return client.post(f"/admin/users/edit/{account.pk}/", data | changes)


def test_a_coordinator_gives_roles(siri, editors, technical, astrid, client_of):
    client = client_of(siri)
    html = client.get(f"/admin/users/edit/{astrid.pk}/").content.decode()
    assert "Tekniska – redaktörer" in html and "is_superuser" not in html and "password1" not in html
    assert edit(client, astrid, groups=[editors.pk]).status_code == 302
    assert has_role(astrid, technical, "editor")


def test_a_coordinator_makes_no_superuser_and_sets_no_password(siri, astrid, client_of):
    for forged in ({"is_superuser": "on"}, {"password1": "en-fras-som-ar-min-9", "password2": "en-fras-som-ar-min-9"}):
        assert edit(client_of(siri), astrid, function="Kapad", **forged).status_code == 200
    astrid.refresh_from_db()
    assert not astrid.is_superuser and astrid.check_password(PASSWORD) and astrid.function != "Kapad"


def test_a_coordinator_takes_over_no_address(siri, astrid, client_of):
    edit(client_of(siri), astrid, email="siris-egen@example.org")
    astrid.refresh_from_db()
    assert astrid.email == "astrid@example.org"


def test_a_coordinator_gives_no_group_of_superusers_and_takes_none_away(siri, editors, astrid, client_of):
    more = Group.objects.create(name="Allt möjligt")
    assert edit(client_of(siri), astrid, groups=[more.pk]).status_code == 200
    assert not astrid.groups.exists()
    astrid.groups.add(more)
    assert edit(client_of(siri), astrid, groups=[editors.pk]).status_code == 302
    assert {more, editors} <= set(astrid.groups.all())


def test_a_coordinator_touches_no_superuser(siri, client_of):
    root = UserFactory(email="rot@example.org", is_superuser=True, first_name="Rot")
    client = client_of(siri)
    assert client.get(f"/admin/users/edit/{root.pk}/").status_code == 302
    edit(client, root, first_name="Kapad", is_active="")
    client.post(f"/admin/users/delete/{root.pk}/")
    client.post(f"/admin/bulk/cms_accounts/user/set_active_state/?id={root.pk}", {"mark_as_active": "False"})
    root.refresh_from_db()
    assert (root.first_name, root.is_active) == ("Rot", True)


def test_a_coordinator_does_nothing_to_many_accounts_at_once(siri, astrid, client_of):
    client = client_of(siri)
    group = coordinator_group()
    client.post(f"/admin/bulk/cms_accounts/user/assign_role/?id={astrid.pk}", {"role": group.pk})
    client.post(f"/admin/bulk/cms_accounts/user/delete/?id={astrid.pk}")
    assert not astrid.groups.exists() and User.objects.filter(pk=astrid.pk).exists()


@pytest.mark.parametrize("address", ["/admin/users/new/", "/admin/groups/", "/admin/groups/new/", "/admin/groups/edit/{group}/"])
def test_a_coordinator_makes_no_account_and_edits_no_group(siri, client_of, address):
    response = client_of(siri).get(address.format(group=coordinator_group().pk))
    assert (response.status_code, response.url) == (302, "/admin/")


def test_a_superuser_still_edits_everything(siri, editors, client_of):
    root = UserFactory(email="rot@example.org", is_superuser=True)
    client, other = client_of(root), UserFactory(email="annan@example.org")
    assert edit(client, other, is_superuser="on", groups=[editors.pk]).status_code == 302
    other.refresh_from_db()
    assert other.is_superuser and client.get("/admin/groups/").status_code == 200


def test_a_coordinator_keeps_the_lists_and_sees_every_section(siri, client_of):
    client = client_of(siri)
    for name in ("administration", "body", "place", "targetgroup", "topic"):
        assert client.get(f"/admin/snippets/cms_organisation/{name}/add/").status_code == 200
