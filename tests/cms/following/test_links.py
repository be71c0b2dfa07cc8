"""Links in letters: signed for one matter, harmless to those that open everything."""

import uuid
from datetime import timedelta

import pytest
from django.core import mail as mails
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse

from cms import clock
from cms.following.links import CONFIRM, confirm_link
from cms.following.models import AddressRequest, Follow, Follower
from tests.cms.following.following_tools import ask, dig, follow, follower, links, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def fingerprint():
    return [list(model.objects.order_by("pk").values()) for model in (Follower, Follow, AddressRequest)]


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
