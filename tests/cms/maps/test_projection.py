"""The projection: north is up, east is right, and a kilometre is as long in both directions."""

import pytest

from cms.maps.positions import Position, distance_km
from cms.maps.projection import MARGIN, TALLEST, WIDTH, frame_around

CORNERS = [Position(55.3, 13.0), Position(55.5, 13.5)]


def test_corners_lie_inside_the_margin() -> None:
    frame = frame_around(CORNERS)
    assert frame is not None
    (left, bottom), (right, top) = map(frame.point_of, CORNERS)
    assert (left, right) == (MARGIN, WIDTH - MARGIN)
    assert (top, bottom) == (MARGIN, frame.height - MARGIN)


def test_a_kilometre_is_as_long_in_both_directions() -> None:
    frame = frame_around(CORNERS)
    assert frame is not None
    here, east, north = Position(55.4, 13.1), Position(55.4, 13.4), Position(55.48, 13.1)
    across = (frame.point_of(east)[0] - frame.point_of(here)[0]) / distance_km(here, east)
    up = (frame.point_of(here)[1] - frame.point_of(north)[1]) / distance_km(here, north)
    assert across == pytest.approx(up, rel=0.02)


@pytest.mark.parametrize("positions", [[Position(60, 15)], [Position(66, 17), Position(68.5, 17.1)]])
def test_one_place_and_a_long_municipality_have_a_frame_too(positions: list[Position]) -> None:
    frame = frame_around(positions)
    assert frame is not None and 2 * MARGIN < frame.height <= TALLEST
    for position in positions:
        x, y = frame.point_of(position)
        assert 0 < x < WIDTH and 0 < y < frame.height


def test_nothing_has_no_frame() -> None:
    assert frame_around([]) is None
