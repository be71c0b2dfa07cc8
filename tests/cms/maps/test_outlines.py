"""Outlines: read from GeoJSON as municipalities have it, simplified, refused in words."""

import json
from math import cos, pi, sin
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from cms.demo.organisation import OUTLINE, PLACES
from cms.maps.outlines import MOST_POINTS, lies_near, main, read_outline, simplified
from cms.maps.positions import Position

SQUARE = [[13.0, 55.0], [13.2, 55.0], [13.2, 55.2], [13.0, 55.2], [13.0, 55.0]]
POLYGON = {"type": "Polygon", "coordinates": [SQUARE]}


@pytest.mark.parametrize(
    "thing",
    [
        POLYGON,
        {"type": "MultiPolygon", "coordinates": [[SQUARE]]},
        {"type": "Feature", "properties": {}, "geometry": POLYGON},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": POLYGON}]},
        {"type": "GeometryCollection", "geometries": [POLYGON]},
    ],
)
def test_a_border_is_read_from_any_kind_of_geojson(thing: Any) -> None:
    assert read_outline(json.dumps(thing)) == [SQUARE]
    assert read_outline(json.dumps(thing).encode()) == [SQUARE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<kml/>",
        b"\xff\xfe\x00",
        "[]",
        "null",
        '{"type": "Point", "coordinates": [13, 55]}',
        '{"type": "Feature", "geometry": null}',
        '{"type": "FeatureCollection", "features": []}',
        '{"type": "Polygon", "coordinates": [[[13, 55], [13.2, 55], [13, 55]]]}',
        '{"type": "Polygon", "coordinates": [[[13, 55], [13.2, 55], [13.2, 55.2], [13, 55.2]]]}',
        '{"type": "Polygon", "coordinates": [[["a", 55], [13.2, 55], [13.2, 55.2], ["a", 55]]]}',
        '{"type": "Polygon", "coordinates": [[[13, NaN], [13.2, 55], [13.2, 55.2], [13, NaN]]]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_border_is_refused(text: str | bytes) -> None:
    with pytest.raises(ValidationError):
        read_outline(text)


def test_metres_are_refused_and_told_so() -> None:
    metres = [[374000, 6138000], [375000, 6138000], [375000, 6139000], [374000, 6138000]]
    with pytest.raises(ValidationError, match="SWEREF"):
        read_outline(json.dumps({"type": "Polygon", "coordinates": [metres]}))


def test_a_detailed_border_is_kept_with_few_points_and_specks_are_left_out() -> None:
    corners = [[13 + 0.3 * cos(2 * pi * turn / 5000), 56 + (0.2 + 0.01 * (turn % 2)) * sin(2 * pi * turn / 5000)] for turn in range(5000)]
    speck = [[13.00001 * 1, 56.0], [13.00002, 56.0], [13.00002, 56.00001], [13.00001, 56.0]]
    rings = read_outline(json.dumps({"type": "MultiPolygon", "coordinates": [[[*corners, corners[0]]], [speck]]}))
    assert len(rings) == 1
    assert 10 < len(rings[0]) <= MOST_POINTS
    assert rings[0][0] == rings[0][-1]


def test_what_lies_on_a_line_is_left_out() -> None:
    ring = [[13.0, 55.0], [13.1, 55.0], [13.2, 55.0], [13.2, 55.2], [13.0, 55.2], [13.0, 55.1], [13.0, 55.0]]
    assert simplified(ring, 0.001) == SQUARE


def test_the_places_of_the_demonstration_lie_near_its_border() -> None:
    rings = json.loads(OUTLINE.read_text())
    for place in PLACES:
        assert not place.latitude or lies_near(Position(float(place.latitude), float(place.longitude)), rings), place.name
    assert not lies_near(Position(57.7, 11.97), rings)


def test_the_program_makes_the_file_of_the_demonstration(tmp_path: Path) -> None:
    border, outline = tmp_path / "border.geojson", tmp_path / "outline.json"
    border.write_text(json.dumps(POLYGON))
    assert main([str(border), str(outline)]) == 0
    assert json.loads(outline.read_text()) == [SQUARE]
    assert main([]) == 2
