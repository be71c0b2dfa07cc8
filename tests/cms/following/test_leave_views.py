"""Leaving by the link of a mail: one post, no questions."""

import pytest
from django.test import Client

from cms.following.links import Matter, leave_link
from tests.cms.following.conftest import STREET
from tests.cms.following.following_tools import dig, follow, follower, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


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
