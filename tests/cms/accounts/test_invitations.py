"""Coordinators invite people by mail; a link works once, for its address, while it is good."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import signing
from django.test import Client
from django.utils import timezone

from cms import clock
from cms.accounts.inviting import actions
from cms.accounts.inviting.actions import InvitationRefused, invite, renew, withdraw
from cms.accounts.inviting.links import SALT, invitation_url
from cms.accounts.models import Invitation, User
from cms.organisation.roles import Role, coordinator_group, has_role
from cms.organisation.workspaces import open_workspace
from tests.factories import PASSWORD, AdministrationFactory, UserFactory, role_group
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db

LIST = "/admin/invitations/"
NEW = {
    "first_name": "Nina",
    "last_name": "Ny",
    "function": "Planerare",
    "password1": "en-ganska-lang-fras-7",
    "password2": "en-ganska-lang-fras-7",
}


@pytest.fixture
def siri(installed):
    """Siri, a coordinator."""
    siri = UserFactory(email="siri@example.org", first_name="Siri", last_name="Samordnare")
    siri.groups.add(coordinator_group())
    return siri


@pytest.fixture
def technical(siri):
    administration = AdministrationFactory(name="Tekniska", slug="tekniska")
    open_workspace(administration)
    return administration


@pytest.fixture
def editors(technical):
    return role_group(technical, Role.EDITOR)


@pytest.fixture
def invited(siri, technical, editors):
    return invite("Nina@Example.org", [editors], siri, technical)


def test_an_invitation_is_sent_with_a_link_to_its_address(invited):
    (mail,) = work_off()
    assert mail.to == ["nina@example.org"] and "http://testserver" + invitation_url(invited) in mail.body
    assert "Siri Samordnare" in mail.body and "Tekniska – redaktörer" in mail.body and "nina" not in invitation_url(invited)


def test_opening_the_link_changes_nothing(invited, client):
    before = Invitation.objects.values().get()
    for _ in range(3):
        response = client.get(invitation_url(invited))
    assert response.status_code == 200 and "no-store" in response["Cache-Control"]
    assert Invitation.objects.values().get() == before and not User.objects.filter(email="nina@example.org").exists()


def test_a_new_colleague_chooses_a_password_and_has_the_roles(invited, technical, client):
    url = invitation_url(invited)
    assert client.post(url, NEW).url == "/konto/login/"
    nina = User.objects.get(email="nina@example.org")
    assert has_role(nina, technical, "editor") and nina.administration == technical and not nina.is_superuser
    assert nina.emailaddress_set.get().verified
    answer = Client().post("/konto/login/", {"login": "nina@example.org", "password": NEW["password1"]})
    assert answer.url == "/admin/"
    invited.refresh_from_db()
    assert (invited.address, invited.accepted_by) == ("", nina)
    assert client.post(url, NEW).status_code == 410 and client.get(url).status_code == 410


def test_forged_fields_give_nothing_more(invited, client):
    client.post(invitation_url(invited), NEW | {"is_superuser": "on", "groups": coordinator_group().pk, "address": "annan@example.org"})
    nina = User.objects.get(email="nina@example.org")
    assert not nina.is_superuser and not nina.groups.filter(pk=coordinator_group().pk).exists()
    assert not User.objects.filter(email="annan@example.org").exists()


def test_a_weak_password_is_refused_and_the_invitation_stays(invited, client):
    assert client.post(invitation_url(invited), NEW | {"password1": "kort", "password2": "kort"}).status_code == 200
    assert client.post(invitation_url(invited), NEW | {"password2": "en-annan-lang-fras-8"}).status_code == 200
    assert not User.objects.filter(email="nina@example.org").exists() and Invitation.objects.open(clock.now()).exists()


def test_whoever_has_an_account_signs_in_and_accepts(invited, technical, client_with_password):
    nina = UserFactory(email="nina@example.org")
    anonymous = Client()
    html = anonymous.get(invitation_url(invited)).content.decode()
    assert f"/konto/login/?next={invitation_url(invited)}" in html
    assert anonymous.post(invitation_url(invited), NEW).status_code == 200 and not has_role(nina, technical)
    client = client_with_password(nina)
    client.get(invitation_url(invited))
    assert not has_role(nina, technical)
    assert client.post(invitation_url(invited)).status_code == 302
    assert has_role(nina, technical, "editor") and nina.check_password(PASSWORD)


def test_another_account_cannot_accept(invited, astrid, technical, client_with_password):
    response = client_with_password(astrid).post(invitation_url(invited))
    assert response.status_code == 403 and "nina" not in response.content.decode() and not has_role(astrid, technical)


def void_links(invited, siri):
    forged = invitation_url(invited)[:-3] + "xx/"
    old = invitation_url(invited)
    renew(invited, siri)
    foreign = "/konto/inbjudan/" + signing.Signer(salt="something.else").sign_object([invited.pk, invited.version]) + "/"
    nonsense = "/konto/inbjudan/" + signing.Signer(salt=SALT).sign_object({"a": 1}) + "/"
    missing = "/konto/inbjudan/" + signing.Signer(salt=SALT).sign_object([invited.pk + 999, 1]) + "/"
    return [forged, old, foreign, nonsense, missing]


def test_forged_foreign_and_old_links_get_one_answer_that_tells_nothing(invited, siri, client):
    answers = set()
    for url in void_links(invited, siri):
        for response in (client.get(url), client.post(url, NEW)):
            answers.add((response.status_code, "Länken gäller inte längre" in response.content.decode()))
            assert "nina" not in response.content.decode()
    assert answers == {(410, True)} and not User.objects.filter(email="nina@example.org").exists()


def test_an_expired_or_withdrawn_invitation_is_void(invited, siri, client):
    url = invitation_url(invited)
    with clock.at(timezone.now() + timedelta(days=15)):
        assert client.post(url, NEW).status_code == 410
    withdraw(invited, siri)
    assert client.post(url, NEW).status_code == 410 and not Invitation.objects.exists()


def test_a_withdrawn_invitation_is_not_mailed(invited, siri):
    withdraw(invited, siri)
    assert work_off() == []


def test_a_renewed_invitation_is_mailed_again_with_a_new_link_only(invited, siri):
    old = invitation_url(invited)
    fresh = renew(invited, siri)
    (mail,) = work_off()
    assert invitation_url(fresh) in mail.body and old not in mail.body


def test_old_invitations_are_forgotten(invited):
    with clock.at(timezone.now() + timedelta(days=29)):
        assert actions.forget_old() == 1 and not Invitation.objects.exists()


# Who may invite, and to what


def test_one_invitation_waits_for_an_address(invited, siri, editors):
    with pytest.raises(InvitationRefused):
        invite("NINA@example.org", [editors], siri)
    assert Invitation.objects.count() == 1


def test_nobody_gives_a_group_that_is_not_theirs_to_give(siri, editors, dag):
    more = Group.objects.create(name="Allt möjligt")
    for by, groups in ((siri, [more]), (siri, []), (siri, [editors, more]), (dag, [editors])):
        with pytest.raises(InvitationRefused):
            invite("nina@example.org", groups, by)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("address", ["nina@example.org\nBcc: alla@example.org", "nina@example.org\r\nX: y", "ingen adress", "", "a@b"])
def test_a_bad_address_is_refused(siri, editors, client_of, address):
    response = client_of(siri).post(LIST, {"address": address, "groups": [editors.pk]})
    assert response.status_code == 200 and response.context["form"].errors["address"]
    assert not Invitation.objects.exists() and work_off() == []


def test_the_list_invites_renews_and_withdraws(siri, technical, editors, client_of):
    client = client_of(siri)
    assert client.post(LIST, {"address": "nina@example.org", "groups": [editors.pk], "administration": technical.pk}).status_code == 302
    row = Invitation.objects.get()
    html = client.get(LIST).content.decode()
    assert "nina@example.org" in html and "Tekniska – redaktörer" in html
    assert "väntar redan" in client.post(LIST, {"address": "nina@example.org", "groups": [editors.pk]}).content.decode()
    assert client.get(f"{LIST}{row.pk}/renew/").status_code == 405
    assert client.post(f"{LIST}{row.pk}/renew/").status_code == 302
    row.refresh_from_db()
    assert row.version == 2
    assert client.post(f"{LIST}{row.pk}/withdraw/").status_code == 302 and not Invitation.objects.exists()


def test_an_editor_neither_sees_nor_invites(invited, dag, editors, client_of):
    client = client_of(dag)
    for response in (client.get(LIST), client.post(LIST, {"address": "x@example.org", "groups": [editors.pk]})):
        assert response.status_code == 302 and response.url == "/admin/"
    client.post(f"{LIST}{invited.pk}/withdraw/")
    assert Invitation.objects.count() == 1
    assert LIST not in client.get("/admin/").content.decode()


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
