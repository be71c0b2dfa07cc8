"""A coat of arms that belongs to nobody: three waves below a rising sun, for a demonstration that is nobody's municipality."""

import math

from cms.demo.sheet import PALE, SUN, TEAL, Point, Sheet

SIZE = (280, 336)
ARMS = "Påhittat vapen: en sol över tre vågor."


def draw_arms() -> bytes:
    """The arms as a PNG, transparent around the shield."""
    sheet = Sheet(SIZE)
    sheet.area(TEAL, *_shield(8, 8, 264, 320))
    _sun(sheet, 140, 150, 62)
    sheet.area(TEAL, *_shield(8, 158, 264, 170, shoulder=0))
    for level, (left, right) in ((172, (22, 258)), (212, (34, 246)), (252, (66, 214))):
        crest = [(x, level + 9 * math.sin((x - 22) / 18.8)) for x in range(left, right + 1, 2)]
        sheet.area(PALE, *crest, *[(x, y + 17) for x, y in reversed(crest)])
    return sheet.png()


def _shield(x: float, y: float, width: float, height: float, shoulder: float = 0.45) -> list[Point]:
    """Straight at the top, drawn together in a point below."""
    steps = [number / 24 for number in range(25)]
    left = [(x + width / 2 * step**2.2, y + height * (shoulder + (1 - shoulder) * math.sin(step * math.pi / 2))) for step in steps]
    right = [(2 * x + width - across, down) for across, down in reversed(left)]
    return [(x, y), *left, *right, (x + width, y)]


def _sun(sheet: Sheet, x: float, y: float, radius: float) -> None:
    for number in range(9):
        angle = math.pi * (1 + number / 8)
        near, far = radius * 1.2, radius * 1.75
        sheet.line(SUN, 11, *[(x + math.cos(angle) * reach, y + math.sin(angle) * reach) for reach in (near, far)])
    sheet.disc(SUN, x, y, radius)
