"""From degrees to the picture: which part of the ground a map shows, and where on it a position lies."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from cms.maps.positions import Position

WIDTH = 720  # of every map, in units of its picture
TALLEST = 640
MARGIN = 56
NARROWEST = 0.02  # degrees that a map shows at least: one place alone has no size


@dataclass(frozen=True)
class Frame:
    """The part of the ground that a map shows, and the height of its picture. `scale`: units for a degree of latitude."""

    middle: Position
    scale: float
    height: int
    width: int = WIDTH

    def point_of(self, position: Position) -> tuple[int, int]:
        """Where a position lies in the picture, from its upper left corner.

        The projection is equirectangular, true to scale at the middle of the map: a degree of longitude is as long as one of latitude
        times the cosine of the middle latitude. Within a municipality the error is smaller than the dot that is drawn.
        """
        across = (position.longitude - self.middle.longitude) * cos(radians(self.middle.latitude))
        up = position.latitude - self.middle.latitude
        return round(self.width / 2 + across * self.scale), round(self.height / 2 - up * self.scale)


def frame_around(positions: Iterable[Position]) -> Frame | None:
    """The smallest frame that shows all positions, with a margin; None where there are none."""
    shown = list(positions)
    if not shown:
        return None
    latitudes, longitudes = [each.latitude for each in shown], [each.longitude for each in shown]
    middle = Position((min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2)
    across = max((max(longitudes) - min(longitudes)) * cos(radians(middle.latitude)), NARROWEST)
    up = max(max(latitudes) - min(latitudes), NARROWEST)
    scale = min((WIDTH - 2 * MARGIN) / across, (TALLEST - 2 * MARGIN) / up)
    return Frame(middle, scale, round(up * scale) + 2 * MARGIN)
