"""One's own page of follows, behind a private link: paces, language, leaving."""

import re
import uuid

import pytest
from django.test import Client

from cms.following.links import page_link
from tests.cms.following.following_tools import follow, follower, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


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
