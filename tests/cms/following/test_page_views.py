"""One's own page of follows, by its link or with an account: paces, language, leaving."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from cms.following.followers import follower_for_user
from cms.following.links import page_link
from cms.following.models import Follower
from tests.cms.following.following_tools import follow, follower

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


def test_what_is_no_longer_shown_keeps_its_row_and_loses_its_title(world):
    who = follower()
    follow(who)
    world.closed.add(1)
    page = Client().get(page_link(who)).content.decode()
    assert "Storgatan" not in page and "inte visas längre" in page


def test_leaving_everything_is_asked_first_and_changes_nothing_by_itself(world):
    who = follower()
    follow(who)
    answer = Client().get(page_link(who) + "?lamna-allt")
    assert 'name="leave_all"' in answer.content.decode() and who.follows.count() == 1


def test_a_form_with_a_pace_that_does_not_exist_is_shown_again(world):
    who = follower()
    row = follow(who)
    answer = Client().post(page_link(who), {f"pace_{row.pk}": "yearly", "language": "sv"})
    row.refresh_from_db()
    assert (answer.status_code, row.pace) == (422, "at_once")


def test_an_account_sees_its_own_without_a_link_and_is_asked_to_log_in_otherwise(world, client_of, astrid):
    url = reverse("following:mine")
    assert Client().get(url).status_code == 302
    browser = client_of(astrid)
    assert browser.post(url, {"leave_all": "1"}).status_code == 302 and not Follower.objects.exists(), "nothing to leave, nothing made"
    follow(follower_for_user(astrid))
    follow(follower("annan@example.org"), 2)
    page = browser.get(url).content.decode()
    assert "Storgatan" in page and "Lillgatan" not in page
