"""A link works once, for its address, while it is good."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from cms import clock
from cms.accounts.inviting.actions import renew, withdraw
from cms.accounts.inviting.links import SALT, invitation_url
from cms.accounts.models import Invitation, User
from cms.organisation.roles import coordinator_group, has_role
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


NEW = {
    "first_name": "Nina",
    "last_name": "Ny",
    "function": "Planerare",
    "password1": "en-ganska-lang-fras-7",
    "password2": "en-ganska-lang-fras-7",
}


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
