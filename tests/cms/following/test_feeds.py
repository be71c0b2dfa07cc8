"""The feed of a thing: what anybody may see."""

import pytest
from django.test import Client

from tests.cms.following.following_tools import FORM, dig

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_the_feed_tells_what_anybody_may_see(world):
    dig()
    answer = Client().get(f"{FORM}atom/")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "Ord om dug:1." in answer.content.decode()
    world.closed.add(1)
    from django.core.cache import cache

    cache.clear()
    assert Client().get(f"{FORM}atom/").status_code == 404
