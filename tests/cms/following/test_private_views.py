"""What the pages behind private links share: told to nobody, kept by nobody, and an old form changes nothing."""

import pytest
from django.test import Client

from cms.following.links import page_link
from tests.cms.following.following_tools import follow, follower

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_the_address_is_told_to_nobody_and_the_page_is_kept_by_nobody(world):
    answer = Client().get(page_link(follower()))
    assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("no-referrer", "no-store") and "noindex" in answer["X-Robots-Tag"]


def test_a_form_without_its_token_comes_back_and_changes_nothing(world):
    who = follower()
    follow(who)
    answer = Client(enforce_csrf_checks=True).post(page_link(who), {"leave_all": "1"})
    assert answer.status_code == 403 and who.follows.count() == 1


def test_a_link_that_opens_nothing_says_so_and_is_kept_by_nobody_either(world):
    answer = Client().get(page_link(follower())[:-3] + "/")
    assert (answer.status_code, answer["Cache-Control"]) == (404, "no-store")
