"""The map of the municipality with what is to be shown on it, for pages of dialogues and of places."""

from collections.abc import Iterable, Sequence

from django.http import HttpRequest
from django.urls import reverse

from cms.maps.display import MapPoint, MapView, draw_map
from cms.models import SiteIdentity
from cms.organisation.models import Place


def place_url(place: Place) -> str:
    """The page of a place."""
    return reverse("participation:place", args=[place.slug])


def map_of(request: HttpRequest, points: Sequence[MapPoint]) -> MapView | None:
    """These points in the municipality's border; None where there is nothing to show."""
    if not points:
        return None
    identity = SiteIdentity.for_request(request)
    return draw_map(points, identity.map_outline, identity.map_source)


def map_marking(request: HttpRequest, places: Iterable[Place]) -> MapView | None:
    """A small map on which only these places stand; None where none of them lies anywhere."""
    located = [(place, place.position) for place in places]
    return map_of(request, [MapPoint(str(place), position, place_url(place), is_marked=True) for place, position in located if position])
