"""A sheet to draw the demonstration's pictures on: flat shapes in calm colours, so that they are small files and always alike."""

import io
import math
from collections.abc import Iterable, Sequence

from PIL import Image, ImageDraw

Point = tuple[float, float]
Colour = str

SCALE = 2  # drawn larger and shrunk, for smooth edges

SKY, DUSK, SUN, CLOUD = "#dce8ea", "#e7dfe3", "#f4dfa6", "#eef3f2"
FAR, MID, NEAR, LEAF, TRUNK = "#bccfc3", "#a3bf9c", "#86a87e", "#6d9470", "#7a6552"
SEA, DEEP, SAND = "#a6c8d0", "#86b0bd", "#eadfc4"
ROAD, PALE, INK, GLASS = "#d8d3c8", "#f3efe6", "#3d4750", "#f8edc9"
BRICK, PLASTER, OCHRE, ROOF, TEAL = "#b9745a", "#ead9bf", "#d9a95f", "#7d4a3e", "#0b5d66"


class Sheet:
    """A drawing surface that is measured in the final picture's pixels."""

    def __init__(self, size: tuple[int, int], ground: Colour | None = None) -> None:
        self.width, self.height = size
        scaled = (self.width * SCALE, self.height * SCALE)
        self.image = Image.new("RGB", scaled, ground) if ground else Image.new("RGBA", scaled, (0, 0, 0, 0))
        self._draw = ImageDraw.Draw(self.image)

    def area(self, colour: Colour, *points: Point) -> None:
        """A shape between corners."""
        self._draw.polygon(_scaled(points), fill=colour)

    def line(self, colour: Colour, width: float, *points: Point) -> None:
        """A line through points."""
        self._draw.line(_scaled(points), fill=colour, width=round(width * SCALE), joint="curve")

    def box(self, colour: Colour, x: float, y: float, width: float, height: float, corner: float = 0) -> None:
        """A rectangle by its upper left corner."""
        corners = _scaled(((x, y), (x + width, y + height)))
        self._draw.rounded_rectangle(corners, radius=corner * SCALE, fill=colour)

    def disc(self, colour: Colour, x: float, y: float, radius: float, flat: float = 1) -> None:
        """A disc around its middle; `flat` below one presses it down."""
        self._draw.ellipse(_scaled(((x - radius, y - radius * flat), (x + radius, y + radius * flat))), fill=colour)

    def ring(self, colour: Colour, x: float, y: float, radius: float, width: float) -> None:
        """A circle around its middle."""
        self._draw.ellipse(_scaled(((x - radius, y - radius), (x + radius, y + radius))), outline=colour, width=round(width * SCALE))

    def hills(self, colour: Colour, level: float, height: float, length: float, start: float = 0) -> None:
        """A soft line of hills, filled down to the lower edge."""
        tops = [(x, level - height * math.sin((x + start) / length)) for x in range(0, self.width + 8, 8)]
        self.area(colour, *tops, (self.width, self.height), (0, self.height))

    def tree(self, x: float, foot: float, height: float, colour: Colour = LEAF) -> None:
        """A tree with a round crown."""
        self.box(TRUNK, x - height * 0.04, foot - height * 0.45, height * 0.08, height * 0.45)
        for across, up, radius in ((0, 0.72, 0.28), (-0.17, 0.58, 0.2), (0.17, 0.56, 0.2)):
            self.disc(colour, x + across * height, foot - up * height, radius * height)

    def house(self, x: float, foot: float, width: float, height: float, facade: Colour = PLASTER, roof: Colour = ROOF) -> None:
        """A house with a gable roof and two rows of windows."""
        top = foot - height
        self.box(facade, x, top, width, height)
        self.area(roof, (x - width * 0.05, top), (x + width / 2, top - height * 0.5), (x + width * 1.05, top))
        self.windows(x, top + height * 0.2, width, height * 0.22, 2, 2)

    def windows(self, x: float, y: float, width: float, size: float, columns: int, rows: int) -> None:
        """Windows in rows on a facade."""
        step = width / columns
        for row in range(rows):
            for column in range(columns):
                self.box(GLASS, x + step * (column + 0.5) - size * 0.35, y + row * size * 1.7, size * 0.7, size)

    def person(self, x: float, foot: float, height: float, colour: Colour) -> None:
        """Somebody who stands there."""
        self.disc("#d9b79a", x, foot - height * 0.87, height * 0.13)
        self.box(colour, x - height * 0.16, foot - height * 0.72, height * 0.32, height * 0.42, height * 0.1)
        self.box(INK, x - height * 0.11, foot - height * 0.34, height * 0.22, height * 0.34)

    def lamp(self, x: float, foot: float, height: float) -> None:
        """A low lamp with its light on the ground."""
        self.disc(SUN, x, foot, height * 0.5, 0.25)
        self.line(INK, height * 0.05, (x, foot), (x, foot - height))
        self.box(GLASS, x - height * 0.09, foot - height * 1.04, height * 0.18, height * 0.2, 3)

    def finished(self) -> Image.Image:
        """The picture in its size."""
        return self.image.reduce(SCALE)

    def png(self) -> bytes:
        """The picture as a file."""
        written = io.BytesIO()
        self.finished().save(written, "PNG", compress_level=6)
        return written.getvalue()


def _scaled(points: Iterable[Point]) -> Sequence[Point]:
    return [(x * SCALE, y * SCALE) for x, y in points]
