"""Draw simple maps for examples: flat shapes, so that they are small files."""

import io
from collections.abc import Callable

from PIL import Image, ImageDraw

Size = tuple[int, int]
SIZE: Size = (1280, 720)
SCALE = 2  # drawn larger and shrunk, for smooth edges

GROUND, GREEN, WATER, ROAD, HOUSE, NEW, INK, RING = (
    "#f3efe6",
    "#cfdcc0",
    "#bcd7df",
    "#ffffff",
    "#d8cdbd",
    "#0b5d66",
    "#2b3038",
    "#b4462f",
)


class Sheet:
    """A drawing surface that is measured in the final picture's pixels."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), GROUND)
        self._draw = ImageDraw.Draw(self.image)

    def area(self, colour: str, *points: Size) -> None:
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def line(self, colour: str, width: int, *points: Size) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=width * SCALE, joint="curve")

    def box(self, colour: str, x: int, y: int, width: int, height: int) -> None:
        corners = (x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE)
        self._draw.rounded_rectangle(corners, radius=4 * SCALE, fill=colour)

    def ring(self, x: int, y: int, radius: int = 30) -> None:
        corners = ((x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE)
        self._draw.ellipse(corners, outline=RING, width=8 * SCALE)

    def png(self) -> bytes:
        small = self.image.resize(SIZE, Image.Resampling.LANCZOS).quantize(64)
        out = io.BytesIO()
        small.save(out, "PNG", optimize=True)
        return out.getvalue()


def draw_map(name: str) -> tuple[bytes, Size]:
    """A map by its name, as a PNG, and its size."""
    sheet = Sheet()
    DRAWINGS[name](sheet)
    return sheet.png(), SIZE


def _school(sheet: Sheet) -> None:
    sheet.area(GREEN, (0, 470), (430, 430), (470, 720), (0, 720))
    sheet.area(GREEN, (820, 0), (1280, 0), (1280, 170), (860, 150))
    for points in (((0, 330), (1280, 250)), ((610, 0), (560, 720)), ((0, 90), (1280, 60)), ((980, 0), (1040, 720))):
        sheet.line(ROAD, 44, *points)
    sheet.line(NEW, 8, (0, 372), (330, 352), (360, 560), (560, 640))
    for x, y, width, height in _blocks():
        sheet.box(HOUSE, x, y, width, height)
    sheet.box(NEW, 690, 370, 190, 110)
    sheet.box(NEW, 690, 500, 90, 60)
    for x, y in ((588, 294), (1000, 268), (604, 76), (430, 344), (400, 590)):
        sheet.ring(x, y)


def _blocks() -> list[tuple[int, int, int, int]]:
    rows = [(60, 150), (230, 150), (400, 150), (700, 120), (860, 120), (1090, 120)]
    blocks = [(x, y, 110, 70) for x, y in rows]
    return [
        *blocks,
        (80, 234, 130, 50),
        (260, 234, 110, 46),
        (1090, 330, 120, 80),
        (1090, 460, 120, 80),
        (860, 560, 120, 70),
        (690, 610, 130, 60),
    ]


def _harbour(sheet: Sheet) -> None:
    sheet.area(WATER, (0, 520), (430, 500), (470, 430), (860, 430), (900, 500), (1280, 470), (1280, 720), (0, 720))
    sheet.area(GREEN, (0, 380), (330, 370), (430, 500), (0, 520))
    sheet.line(HOUSE, 26, (470, 430), (470, 620), (620, 660))
    sheet.line(HOUSE, 26, (860, 430), (860, 600))
    sheet.line(ROAD, 40, (0, 230), (1280, 180))
    sheet.line(ROAD, 30, (650, 200), (660, 430))
    sheet.line(INK, 4, (0, 450), (140, 432), (300, 440), (430, 470))
    for x, y in ((430, 260), (540, 280), (720, 260), (830, 270), (940, 260), (1050, 300)):
        sheet.box(NEW, x, y, 80, 70)
    for x, y in ((520, 380), (590, 384)):
        sheet.box(RING, x, y, 46, 30)
    for x, y in ((60, 70), (210, 60), (360, 80), (760, 50), (910, 60), (1090, 60)):
        sheet.box(HOUSE, x, y, 100, 64)


DRAWINGS: dict[str, Callable[[Sheet], None]] = {"school": _school, "harbour": _harbour}
