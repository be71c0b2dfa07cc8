"""Places on the map, and in the list beside it."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import ngettext

from cms.maps.display import MapPoint, MapView
from cms.maps.positions import distance_km
from cms.organisation.models import Place
from participation.dialogues.place_map import map_of, place_url
from participation.places.queries import PlaceRow

NEIGHBOURS = 4


def map_of_places(request: HttpRequest, rows: Iterable[PlaceRow], marked: Place | None = None) -> MapView | None:
    """The map of the municipality; names of what is marked, then of what is open, get room first."""
    order = list(Place.Kind)
    shown = sorted(
        (row for row in rows if row.place.position is not None),
        key=lambda row: (row.place != marked, not row.open, order.index(Place.Kind(row.place.kind))),
    )
    return map_of(request, [_point(row, marked) for row in shown])


def _point(row: PlaceRow, marked: Place | None) -> MapPoint:
    place, is_marked = row.place, row.place == marked
    position: Any = place.position
    return MapPoint(str(place), position, "" if is_marked else place_url(place), open_words(row), row.open > 0, is_marked)


def open_words(row: PlaceRow) -> str:
    """ "2 open dialogues"; empty where none is."""
    return ngettext("%(number)d open dialogue", "%(number)d open dialogues", row.open) % {"number": row.open} if row.open else ""


def neighbours_of(place: Place, rows: Iterable[PlaceRow]) -> list[dict[str, Any]]:
    """The places that lie nearest, with how far they are in whole kilometres."""
    here = place.position
    if here is None:
        return []
    others = [(distance_km(here, row.place.position), row) for row in rows if row.place != place and row.place.position is not None]
    nearest = sorted(others, key=lambda pair: pair[0])[:NEIGHBOURS]
    return [{"row": row, "url": place_url(row.place), "note": open_words(row), "km": max(round(distance), 1)} for distance, row in nearest]


def list_item(row: PlaceRow) -> dict[str, str]:
    """A place for the component `place_list`; its position is compared with the reader's inside the browser."""
    position = row.place.position
    return {
        "name": str(row.place),
        "url": place_url(row.place),
        "note": open_words(row),
        "latitude": f"{position.latitude:.5f}" if position else "",
        "longitude": f"{position.longitude:.5f}" if position else "",
    }
