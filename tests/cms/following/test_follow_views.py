"""Following by address or account: asked, confirmed by one button, paused when it is too much."""

import re
import uuid

import pytest
from django.test import Client

from cms.following.links import confirm_link, page_link
from cms.following.models import AddressRequest, Follow
from tests.cms.following.conftest import STREET
from tests.cms.following.following_tools import FORM, ask, dig, follow, follower, links, sent
from tests.cms.text.test_addresses import SPELLINGS
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_the_form_names_the_thing_and_what_does_not_exist_is_not_found(world):
    answer = Client().get(FORM)
    assert "Följ Storgatan" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert Client().get(f"/_/folj/{STREET}/99/").status_code == 404
    assert Client().get("/_/folj/test.cloud/1/").status_code == 404


def test_an_address_follows_after_one_mail_and_one_button(world):
    answer = ask("Astrid@Example.org")
    assert (answer.status_code, Follow.objects.count()) == (302, 0)
    [mail] = sent()
    confirm = next(link for link in links(mail) if "bekrafta" in link)
    assert "Storgatan" in Client().get(confirm).content.decode()
    assert Follow.objects.count() == 0
    done = Client().post(confirm, {"key": uuid.uuid4()})
    assert done.status_code == 200
    assert Client().post(confirm, {"key": uuid.uuid4()}).status_code == 200, "again, it changes nothing"
    assert [(row.follower.address, row.kind, row.object_id) for row in Follow.objects.all()] == [("astrid@example.org", STREET, 1)]
    dig()
    assert len(sent()) == 2


def test_known_and_unknown_addresses_are_answered_alike(world, count_queries):
    follow(follower("kand@example.org"))
    Client().get(FORM)  # the thing that is followed is remembered for some seconds, whoever asks for it first
    answers = {}
    for address in ("kand@example.org", "okand@example.org"):
        client = Client()
        counted = count_queries(lambda client=client, address=address: answers.update({address: ask(address, client)}))
        shown = client.get(answers[address]["Location"]).content.decode()
        answers[address] = (answers[address].status_code, answers[address]["Location"], counted, re.sub(r'value="[^"]+"', "", shown))
    assert answers["kand@example.org"] == answers["okand@example.org"]


@pytest.mark.parametrize("address", ["a@example.org\nBcc: b@example.org", "ingen adress", "", "a@example.org, b@example.org"])
def test_a_wrong_address_is_refused_and_stays_in_the_form(world, address):
    answer = ask(address)
    assert answer.status_code == 422
    assert AddressRequest.objects.count() == 0
    assert "field__error" in answer.content.decode()


def test_an_address_gets_few_mails_however_many_ask_for_it(world, settings):
    settings.GENSVAR_LIMITS = settings.GENSVAR_LIMITS | {"follow_address": "3/86400"}
    answers = {ask("offer@example.org")["Location"] for _n in range(8)}
    assert len(answers) == 1
    assert len(sent()) == 3


def test_too_many_from_one_place_are_paused(world, settings):
    settings.GENSVAR_LIMITS = settings.GENSVAR_LIMITS | {"follow": "2/3600"}
    statuses = [ask(f"a{number}@example.org").status_code for number in range(3)]
    assert statuses == [302, 302, 429]


def test_one_form_sent_twice_asks_once(world):
    key = uuid.uuid4()
    ask("astrid@example.org", key=key)
    ask("astrid@example.org", key=key)
    assert len(sent()) == 1


def test_confirming_one_request_confirms_no_other(world):
    ask("astrid@example.org")
    other = Client().post(f"/_/folj/{STREET}/2/", {"address": "astrid@example.org", "pace": "at_once", "key": uuid.uuid4()})
    assert other.status_code == 302
    Client().post(confirm_link(AddressRequest.objects.get(object_id=1)), {"key": uuid.uuid4()})
    assert [row.object_id for row in Follow.objects.all()] == [1]


def test_an_account_follows_at_once(world, client_of):
    user = UserFactory(email="bo@example.org")
    client = client_of(user)
    assert "bo@example.org" in client.get(FORM).content.decode()
    client.post(FORM, {"pace": "daily", "key": uuid.uuid4()})
    assert [(row.follower.user, row.pace) for row in Follow.objects.all()] == [(user, "daily")]
    assert "Storgatan" in client.get("/konto/foljer/").content.decode()
    assert Client().get("/konto/foljer/").status_code == 302


def test_an_account_that_follows_nothing_sees_how_to_begin(client_of, astrid):
    answer = client_of(astrid).get("/konto/foljer/")
    assert answer.status_code == 200
    assert "Du följer inget nu." in answer.content.decode()
    assert client_of(astrid).get("/konto/foljer/?lamna-allt").status_code == 200


def test_a_form_of_another_site_changes_nothing(world):
    who = follower()
    follow(who)
    strange = Client(enforce_csrf_checks=True)
    assert strange.post(page_link(who), {"leave_all": "1"}).status_code == 403
    assert strange.post(FORM, {"address": "a@example.org", "pace": "at_once", "key": uuid.uuid4()}).status_code == 403
    assert who.follows.count() == 1


def test_spellings_of_one_mailbox_make_one_follower_and_share_the_limit(world):
    for typed in SPELLINGS:
        ask(typed)
    assert [mail.to for mail in sent()] == [["astrid@example.org"]] * 3, "three mails a day to an address that nobody has confirmed"
    confirm = confirm_link(AddressRequest.objects.earliest("pk"))
    Client().post(confirm, {"key": uuid.uuid4()})
    assert [row.follower.address for row in Follow.objects.all()] == ["astrid@example.org"]
