"""A map as the component `place_map` draws it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cms.maps.labels import Label, Spot, labels_for
from cms.maps.outlines import Ring
from cms.maps.positions import Position
from cms.maps.projection import Frame, frame_around


@dataclass(frozen=True)
class MapPoint:
    """Something with a name that lies somewhere. `note` is said after the name; a point without an address is no link."""

    name: str
    position: Position
    url: str = ""
    note: str = ""
    is_open: bool = False
    is_marked: bool = False


@dataclass(frozen=True)
class PlacedPoint:
    """A point where it lies in the picture, with its labels."""

    point: MapPoint
    x: int
    y: int
    labels: Sequence[Label]


@dataclass(frozen=True)
class MapView:
    """What the component draws. `outline` is the `d` of a path, empty where no border is known."""

    width: int
    height: int
    outline: str
    points: Sequence[PlacedPoint]
    source: str = ""


def draw_map(points: Sequence[MapPoint], rings: Sequence[Ring], source: str = "") -> MapView | None:
    """The map of points, the earlier of which get room for their names first; None where nothing would be on it.

    Without a border the points alone make the frame, and one of them says nothing of where it lies.
    """
    border = [Position(latitude, longitude) for ring in rings for longitude, latitude in ring]
    frame = frame_around([*border, *(point.position for point in points)])
    if frame is None or not points or (not border and len(points) == 1):
        return None
    spots = [Spot(*frame.point_of(point.position), point.name) for point in points]
    placed = [
        PlacedPoint(point, spot.x, spot.y, labels)
        for point, spot, labels in zip(points, spots, labels_for(spots, frame.height), strict=True)
    ]
    return MapView(frame.width, frame.height, _path(frame, rings), placed, source if border else "")


def _path(frame: Frame, rings: Sequence[Ring]) -> str:
    lines = []
    for ring in rings:
        corners = [frame.point_of(Position(latitude, longitude)) for longitude, latitude in ring[:-1]]
        lines.append("M" + "L".join(f"{x} {y}" for x, y in corners) + "Z")
    return "".join(lines)
