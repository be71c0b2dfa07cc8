"""What the pages of places show: the latest of each kind, however many years there are."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from participation.places.page_view import home_context
from tests.factories import PlaceFactory
from tests.participation.bodies.body_pages import part, shown
from tests.participation.places.test_queries import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(site_tree: Any) -> Any:
    """A place with a dialogue in each state."""
    place = PlaceFactory(name="Anderslöv", latitude="55.43836", longitude="13.31966")
    for state in ("open", "overdue", "answered", "in_follow_up"):
        at(place, **{state: True}, title=f"Dialog {state}")
    return place


def home(rf: RequestFactory) -> Any:
    request = rf.get("/")
    request.user = AnonymousUser()
    return home_context(request)


def test_the_start_page_names_first_where_something_is_open(place: Any, rf: RequestFactory) -> None:
    PlaceFactory(name="Skåre", latitude="55.378", longitude="13.055")
    PlaceFactory(name="Gammal", is_active=False)
    context = home(rf)
    assert [item["name"] for item in context["places"]] == ["Anderslöv"]
    assert [item["name"] for item in context["more"]] == ["Skåre"]
    assert len(context["map"].points) == 2


def test_where_nothing_is_open_all_places_are_named(site_tree: Any, rf: RequestFactory) -> None:
    PlaceFactory(name="Alstad")
    assert home(rf) is None, "one place is no choice"
    PlaceFactory(name="Skåre")
    context = home(rf)
    assert [item["name"] for item in context["places"]] == ["Alstad", "Skåre"]
    assert context["more"] == [] and context["map"] is None


def test_the_years_take_no_more_queries(place: Any, count_queries: Any) -> None:
    def pages() -> None:
        for address in ("/orter/anderslov/", "/orter/"):
            shown(address)

    pages()
    few = count_queries(pages)
    for _year in range(4):
        for state in ("open", "overdue", "answered", "in_follow_up"):
            at(place, PlaceFactory(), **{state: True})
    assert count_queries(pages) <= few


def test_a_page_holds_the_latest_answers_however_many_there_are(place: Any) -> None:
    for _number in range(8):
        at(place, concluded=True)
    assert part(shown("/orter/anderslov/"), "answered").count("card__title") == 6
