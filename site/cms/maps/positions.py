"""Where something lies: a position in WGS84, what is plausible, and how far two of them are from each other."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

EARTH_KM = 6371.0

# Sweden with its waters, in degrees: what lies outside was typed wrong.
SOUTH, NORTH = 55.0, 69.1
WEST, EAST = 10.5, 24.2


@dataclass(frozen=True)
class Position:
    """A point on the ground, in degrees of WGS84: what a telephone and GeoJSON give."""

    latitude: float
    longitude: float

    @property
    def is_in_sweden(self) -> bool:
        """Whether it is plausible at all."""
        return SOUTH <= self.latitude <= NORTH and WEST <= self.longitude <= EAST


def refuse_implausible(position: Position) -> None:
    """Raise ValidationError, at the fields `latitude` and `longitude`, for a position outside Sweden."""
    if position.is_in_sweden:
        return
    if Position(position.longitude, position.latitude).is_in_sweden:
        raise ValidationError({"latitude": _("Latitude and longitude have changed places. In Sweden the latitude is the larger number.")})
    errors = {}
    if not SOUTH <= position.latitude <= NORTH:
        errors["latitude"] = _("In Sweden the latitude lies between 55 and 69.1 degrees.")
    if not WEST <= position.longitude <= EAST:
        errors["longitude"] = _("In Sweden the longitude lies between 10.5 and 24.2 degrees.")
    raise ValidationError(errors)


def distance_km(one: Position, other: Position) -> float:
    """The distance over ground in kilometres, the earth taken as a sphere (haversine)."""
    half = sin(radians(other.latitude - one.latitude) / 2) ** 2
    half += cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
