"""The pages: follow by address or account, confirm, see and change all of it, leave. Opening a page changes nothing."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core import mail as mails
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse

from cms import clock
from cms.following.links import CONFIRM, Matter, confirm_link, leave_link, page_link
from cms.following.models import AddressRequest, Follow, Follower
from tests.cms.following.conftest import STREET
from tests.cms.following.following_tools import dig, follow, follower, links, sent
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

FORM = f"/_/folj/{STREET}/1/"


def ask(address, client=None, key=None, **more):
    client = client or Client()
    return client.post(FORM, {"address": address, "pace": "at_once", "key": key or uuid.uuid4(), **more})


def fingerprint():
    return [list(model.objects.order_by("pk").values()) for model in (Follower, Follow, AddressRequest)]


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


def test_forged_old_and_foreign_links_open_nothing(world):
    ask("astrid@example.org")
    request = AddressRequest.objects.get()
    good = confirm_link(request)
    forged = reverse("following:confirm", args=["x:y"])
    foreign = reverse("following:page", args=[Signer(salt=CONFIRM).sign_object([request.pk, 1])])
    before = fingerprint()
    for address in (forged, foreign, good[:-5] + "/"):
        for answer in (Client().get(address), Client().post(address, {"key": uuid.uuid4()})):
            assert answer.status_code == 404
            assert "astrid" not in answer.content.decode()
    with clock.at(clock.now() + timedelta(days=15)):
        assert Client().post(good, {"key": uuid.uuid4()}).status_code == 410
    assert fingerprint() == before


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


def test_the_page_changes_paces_language_and_leaves(world):
    who = follower()
    first, second = follow(who), follow(who, 2)
    page = page_link(who)
    answer = Client().get(page)
    assert answer["Referrer-Policy"] == "no-referrer" and "noindex" in answer["X-Robots-Tag"]
    form = {f"pace_{first.pk}": "weekly", f"pace_{second.pk}": "at_once", "language": "sv", "hears_own": "on"}
    assert Client().post(page, form).status_code == 302
    left = Client().post(page, {**form, "leave": second.pk})
    assert "Lillgatan" in left.content.decode()
    assert [(row.pk, row.pace) for row in who.follows.all()] == [(first.pk, "weekly")]
    undo = re.search(r'name="again" value="([^"]+)"', left.content.decode())[1]
    Client().post(page, {"again": undo})
    assert who.follows.count() == 2
    Client().post(page, {"leave_all": "1"})
    assert who.follows.count() == 0


def test_a_renewed_link_makes_the_old_one_void(world):
    who = follower()
    follow(who)
    old = page_link(who)
    new = Client().post(old, {"renew": "1"})["Location"].split("?")[0]
    assert (Client().get(old).status_code, Client().get(new).status_code) == (410, 200)


def test_the_link_to_ones_page_is_mailed_and_the_answer_says_nothing(world):
    follow(follower())
    answers = {
        Client().post("/_/folj/", {"address": address, "key": uuid.uuid4()})["Location"]
        for address in ("astrid@example.org", "okand@example.org")
    }
    assert len(answers) == 1
    assert [mail.to for mail in sent()] == [["astrid@example.org"]]


def test_a_mail_program_leaves_by_one_post_and_twice_is_the_same(world):
    who = follower()
    follow(who)
    follow(who, 2)
    link = leave_link(who, Matter(Matter.FOLLOW, STREET, 1))
    outside = Client(enforce_csrf_checks=True)
    for _turn in range(2):
        assert outside.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
        assert [row.object_id for row in who.follows.all()] == [2]


def test_leaving_own_news_is_the_plugins_matter(world):
    who = follower()
    item = dig(owners=[who])
    sent()
    Client().post(leave_link(who, Matter(Matter.OWN, number=item.pk)))
    assert world.left == [(item.pk, who.pk)]


def test_a_form_of_another_site_changes_nothing(world):
    who = follower()
    follow(who)
    strange = Client(enforce_csrf_checks=True)
    assert strange.post(page_link(who), {"leave_all": "1"}).status_code == 403
    assert strange.post(FORM, {"address": "a@example.org", "pace": "at_once", "key": uuid.uuid4()}).status_code == 403
    assert who.follows.count() == 1


def test_a_scanner_that_opens_every_link_of_every_mail_changes_nothing(world):
    ask("ny@example.org")
    Client().post("/_/folj/", {"address": "astrid@example.org", "key": uuid.uuid4()})
    who = follower()
    follow(who)
    with clock.at(clock.now() - timedelta(days=2)):
        follow(who, 2, "daily")
    with clock.at(clock.now() - timedelta(days=1, hours=20)):
        dig(2, town=3)
    dig(owners=[follower("agare@example.org")])
    sent()
    before, found = fingerprint(), {link for mail in mails.outbox for link in links(mail)}
    assert len(mails.outbox) >= 5 and len(found) >= 8
    for link in sorted(found):
        for answer in (Client().get(link), Client().head(link)):
            assert answer.status_code in (200, 404), link  # the streets exist only here
    assert fingerprint() == before


def test_the_feed_tells_what_anybody_may_see(world):
    dig()
    answer = Client().get(f"{FORM}atom/")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "Ord om dug:1." in answer.content.decode()
    world.closed.add(1)
    from django.core.cache import cache

    cache.clear()
    assert Client().get(f"{FORM}atom/").status_code == 404
