"""Places on the map and in the list beside it."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from wagtail.models import Site

from cms.models import SiteIdentity
from participation.places.display import list_item, map_of_places, neighbours_of
from participation.places.queries import PlaceRow
from tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db

BORDER = [[[13.0, 55.3], [13.5, 55.3], [13.5, 55.5], [13.0, 55.3]]]


@pytest.fixture
def request_of_reader(site_tree: Any, rf: RequestFactory) -> Any:
    request = rf.get("/orter/")
    request.user = AnonymousUser()
    return request


@pytest.fixture
def border(site_tree: Any) -> None:
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.map_outline, identity.map_source = BORDER, "SCB, CC0"
    identity.save()


def row(name: str, latitude: str | None = None, longitude: str | None = None, **numbers: int) -> PlaceRow:
    place = PlaceFactory(name=name, latitude=latitude, longitude=longitude)
    place.refresh_from_db()
    return PlaceRow(place, **numbers)


@pytest.mark.usefixtures("border")
def test_what_is_marked_and_what_is_open_gets_room_for_its_name_first(request_of_reader: Any) -> None:
    rows = [row("Alstad", "55.45", "13.2"), row("Skåre", "55.38", "13.05", open=2), row("Anderslöv", "55.44", "13.32"), row("Ingenstans")]
    view = map_of_places(request_of_reader, rows, rows[2].place)
    assert view is not None and view.source == "SCB, CC0"
    assert [placed.point.name for placed in view.points] == ["Anderslöv", "Skåre", "Alstad"]
    assert [(placed.point.is_marked, placed.point.is_open) for placed in view.points] == [(True, False), (False, True), (False, False)]
    assert [placed.point.url for placed in view.points] == ["", "/orter/skare/", "/orter/alstad/"], "the page one is on is no link"


def test_without_a_border_and_with_one_place_there_is_no_map(request_of_reader: Any) -> None:
    assert map_of_places(request_of_reader, [row("Alstad", "55.45", "13.2")]) is None
    assert map_of_places(request_of_reader, [row("Skåre")]) is None


def test_neighbours_come_by_distance() -> None:
    here = row("Anderslöv", "55.43836", "13.31966")
    rows = [
        row("Skåre", "55.378", "13.055"),
        row("Alstad", "55.455", "13.215"),
        row("Klagstorp", "55.39296", "13.37465"),
        row("Okänd"),
        here,
    ]
    near = neighbours_of(here.place, rows)
    assert [(each["row"].place.name, each["km"]) for each in near] == [("Klagstorp", 6), ("Alstad", 7), ("Skåre", 18)]
    assert neighbours_of(rows[3].place, rows) == []


def test_the_list_holds_positions_that_a_program_reads(request_of_reader: Any) -> None:
    item = list_item(row("Alstad", "55.45", "13.2", open=1))
    assert (item["latitude"], item["longitude"], item["url"]) == ("55.45000", "13.20000", "/orter/alstad/")
    assert list_item(row("Okänd"))["latitude"] == ""
