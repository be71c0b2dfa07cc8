"""What participation adds to the site's navigation."""

import re
from typing import Any

import pytest
from django.test import Client

from cms.plugins.navigation import navigation_items

pytestmark = pytest.mark.django_db


def test_bodies_and_promises_stand_in_the_navigation(site_tree: Any) -> None:
    assert {"participation_bodies", "participation_promises"} <= {item.name for item in navigation_items}
    html = Client().get("/loften/").content.decode()
    assert 'href="/namnder/"' in html
    assert re.search(r'href="/loften/"[^>]*aria-current', html)
