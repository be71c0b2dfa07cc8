"""The outline of a municipality: read from GeoJSON and made simple enough to be drawn in a page.

    python -m cms.maps.outlines border.geojson outline.json

does with a file what the form of the municipality does with one that is uploaded; `site/` is on the path.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from math import hypot
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.maps.positions import Position

Ring = list[list[float]]
"""A closed line of [longitude, latitude], in the order of GeoJSON."""

MOST_POINTS = 400  # of an outline: about 4 kB in the page
TOLERANCE = 0.0004  # degrees, some 40 metres: less than a pixel of the map
DECIMALS = 4
NEAR = 0.05  # degrees of latitude, some five kilometres; twice as many of longitude are as far
SQUARE = 4  # positions of the smallest closed ring: a triangle


def read_outline(text: str | bytes) -> list[Ring]:
    """The rings of all polygons in a GeoJSON text, simplified. Raises ValidationError in words for whoever chose the file."""
    try:
        rings = [_checked(ring) for ring in _rings(json.loads(text))]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValidationError(_("This is not a GeoJSON file with a border: it has to hold a Polygon or a MultiPolygon.")) from error
    if not rings:
        raise ValidationError(_("There is no border in the file: it has to hold a Polygon or a MultiPolygon."))
    return _few_points(rings)


def _rings(thing: Any) -> Iterator[Any]:
    kind = thing["type"]
    if kind == "FeatureCollection":
        for feature in thing["features"]:
            yield from _rings(feature)
    elif kind == "Feature":
        yield from _rings(thing["geometry"])
    elif kind == "GeometryCollection":
        for geometry in thing["geometries"]:
            yield from _rings(geometry)
    elif kind == "Polygon":
        yield from thing["coordinates"]
    elif kind == "MultiPolygon":
        for polygon in thing["coordinates"]:
            yield from polygon


def _checked(ring: Any) -> Ring:
    points = [[float(point[0]), float(point[1])] for point in ring]
    if len(points) < SQUARE or points[0] != points[-1]:
        raise ValueError("a ring is closed and has three corners at least")
    if not all(Position(latitude, longitude).is_in_sweden for longitude, latitude in points):
        raise ValidationError(_("The border lies outside Sweden. Save it as WGS84 (degrees), not as SWEREF 99 (metres)."))
    return points


def _few_points(rings: list[Ring]) -> list[Ring]:
    """The rings with as many points as a map can show; islands too small to be seen are left out."""
    tolerance = TOLERANCE
    while True:
        simple = [ring for ring in (simplified(ring, tolerance) for ring in rings) if len(ring) >= SQUARE]
        if simple and sum(map(len, simple)) <= MOST_POINTS:
            return simple
        if not simple:
            raise ValidationError(_("The border is too small to be drawn."))
        tolerance *= 1.5


def simplified(ring: Ring, tolerance: float) -> Ring:
    """A closed ring without the points that lie nearer than `tolerance` to the line without them (Douglas and Peucker)."""
    far = max(range(len(ring)), key=lambda index: hypot(ring[index][0] - ring[0][0], ring[index][1] - ring[0][1]))
    kept = {0, far, len(ring) - 1}
    spans = [(0, far), (far, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        between = range(first + 1, last)
        middle = max(between, key=lambda index: _off(ring[index], ring[first], ring[last]))
        if _off(ring[middle], ring[first], ring[last]) > tolerance:
            kept.add(middle)
            spans += [(first, middle), (middle, last)]
    return [[round(value, DECIMALS) for value in ring[index]] for index in sorted(kept)]


def lies_near(position: Position, rings: Sequence[Ring]) -> bool:
    """Whether a position lies in the rectangle around a border, or some kilometres outside it."""
    longitudes, latitudes = zip(*(point for ring in rings for point in ring), strict=True)
    inside = min(latitudes) - NEAR <= position.latitude <= max(latitudes) + NEAR
    return inside and min(longitudes) - 2 * NEAR <= position.longitude <= max(longitudes) + 2 * NEAR


def _off(point: list[float], start: list[float], end: list[float]) -> float:
    """How far a point lies from the line between two others."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = hypot(across, up)
    if not length:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(across * (start[1] - point[1]) - (start[0] - point[0]) * up) / length


def main(arguments: list[str]) -> int:
    """Read one file, write the other."""
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m cms.maps.outlines border.geojson outline.json\n")
        return 2
    rings = read_outline(Path(arguments[0]).read_bytes())
    Path(arguments[1]).write_text(json.dumps(rings, separators=(",", ":")) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
