"""The list of invitations, for those who may give a role."""

import pytest

from cms.accounts.models import Invitation
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db


LIST = "/admin/invitations/"


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


@pytest.mark.parametrize("other", ["NINA@Example.ORG", "ni\u200bna@example.org", "ｎｉｎａ@example。org", "nina@example.org."])
def test_two_spellings_of_one_address_are_one_invitation(siri, editors, client_of, other):
    client = client_of(siri)
    client.post(LIST, {"address": "nina@example.org", "groups": [editors.pk]})
    answer = client.post(LIST, {"address": other, "groups": [editors.pk]})
    assert "väntar redan" in answer.content.decode() and Invitation.objects.get().address == "nina@example.org"
