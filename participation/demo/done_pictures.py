"""Draw what was promised before and after it was done: invented, and always alike."""

from collections.abc import Callable

from cms.demo.sheet import CLOUD, DUSK, FAR, GLASS, INK, LEAF, MID, NEAR, PALE, ROAD, SAND, SEA, SKY, SUN, TRUNK, Sheet

SIZE = WIDTH, HEIGHT = 960, 720
STEPS = 7
BROKEN = (2, 4)


def draw_done(name: str) -> bytes:
    """The picture of a commitment by its name, as a PNG of SIZE."""
    sheet = Sheet(SIZE, SKY)
    DONE[name](sheet)
    return sheet.png()


def _shore(sheet: Sheet, sky: str) -> None:
    sheet.box(sky, 0, 0, WIDTH, HEIGHT)
    sheet.disc(SUN, 760, 150, 44)
    sheet.box(SEA, 0, 300, WIDTH, 420)
    sheet.hills(MID, 470, 16, 210)
    sheet.area(SAND, (0, 640), (WIDTH, 560), (WIDTH, HEIGHT), (0, HEIGHT))


def _stairs_before(sheet: Sheet) -> None:
    _shore(sheet, DUSK)
    for step in range(STEPS):
        x, y = _step(step)
        if step in BROKEN:
            sheet.area(TRUNK, (x, y + 8), (x + 150, y + 40), (x + 150, y + 62), (x, y + 30))
        else:
            sheet.box(ROAD, x, y, 210, 46)
    sheet.line(TRUNK, 10, (250, 600), (250, 500), (440, 380))


def _stairs_after(sheet: Sheet) -> None:
    _shore(sheet, SKY)
    for step in range(STEPS):
        x, y = _step(step)
        sheet.box(PALE, x, y, 210, 46)
        sheet.box(ROAD, x, y + 38, 210, 8)
    sheet.line(INK, 10, (240, 540), (640, 256))
    for step in range(STEPS):
        x, y = _step(step)
        sheet.line(INK, 6, (x + 20, y), (x + 20, y - 84))
        sheet.disc(GLASS, x + 20, y - 84, 15)


def _step(number: int) -> tuple[float, float]:
    return 220 + number * 64, 620 - number * 45


def _path(sheet: Sheet) -> None:
    sheet.disc(CLOUD, 240, 140, 46, 0.7)
    sheet.hills(FAR, 360, 24, 160)
    sheet.box(SEA, 0, 360, WIDTH, 120)
    sheet.hills(NEAR, 480, 10, 200)
    sheet.area(SAND, (420, 474), (520, 474), (900, HEIGHT), (120, HEIGHT))
    sheet.tree(800, 500, 220)


def _bench_after(sheet: Sheet) -> None:
    _path(sheet)
    for y in (440, 474, 520):
        sheet.box(TRUNK, 90, y, 260, 20, 6)
    for x in (110, 312):
        sheet.box(INK, x, 430, 14, 170, 4)
    sheet.line(INK, 10, (90, 500), (70, 500), (70, 590))
    sheet.disc(LEAF, 40, 610, 46, 0.6)


DONE: dict[str, Callable[[Sheet], None]] = {
    "stairs_before": _stairs_before,
    "stairs_after": _stairs_after,
    "benches_before": _path,
    "benches_after": _bench_after,
}
