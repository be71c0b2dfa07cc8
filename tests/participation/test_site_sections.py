"""What participation adds to the site's navigation."""

import re
from typing import Any

import pytest
from django.test import Client

from cms.plugins.navigation import navigation_items
from tests.factories import DialogueFactory

pytestmark = pytest.mark.django_db


def test_bodies_and_promises_stand_in_the_navigation(site_tree: Any) -> None:
    assert {"participation_bodies", "participation_promises"} <= {item.name for item in navigation_items}
    html = Client().get("/loften/").content.decode()
    assert 'href="/namnder/"' in html
    assert re.search(r'href="/loften/"[^>]*aria-current', html)


@pytest.mark.parametrize("address", ["/finns-inte/", "/en/not-there/"])
def test_a_page_that_is_missing_offers_a_search_and_what_is_open(site_tree: Any, address: str) -> None:
    dialogue = DialogueFactory(title="Trygga skolvägar")
    response = Client().get(address)
    html = response.content.decode()
    assert response.status_code == 404
    assert 'role="search"' in html and "Trygga skolvägar" in html and dialogue.url in html


def test_no_section_is_offered_where_nothing_is_open(site_tree: Any) -> None:
    DialogueFactory(closed=True, title="Stängd")
    assert "Stängd" not in Client().get("/finns-inte/").content.decode()
