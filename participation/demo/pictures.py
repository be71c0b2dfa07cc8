"""Draw the places of the examples: invented, seen by nobody, and always alike."""

from collections.abc import Callable

from cms.demo.sheet import (
    BRICK,
    CLOUD,
    DEEP,
    DUSK,
    FAR,
    GLASS,
    INK,
    LEAF,
    MID,
    NEAR,
    OCHRE,
    PALE,
    PLASTER,
    ROAD,
    ROOF,
    SAND,
    SEA,
    SKY,
    SUN,
    TEAL,
    TRUNK,
    Sheet,
)

SIZE = WIDTH, HEIGHT = 960, 720


def draw_place(name: str) -> bytes:
    """The picture of a place by its name, as a PNG of SIZE."""
    sheet = Sheet(SIZE, SKY)
    PLACES[name](sheet)
    return sheet.png()


def _sky(sheet: Sheet, x: float, colour: str = SKY) -> None:
    sheet.box(colour, 0, 0, WIDTH, HEIGHT)
    sheet.disc(SUN, x, 150, 56)
    for across, up, radius in ((x - 330, 130, 34), (x - 290, 118, 44), (x - 245, 132, 32)):
        sheet.disc(CLOUD, across % WIDTH, up, radius, 0.7)


def _school_way(sheet: Sheet) -> None:
    _sky(sheet, 770)
    sheet.hills(FAR, 380, 24, 150)
    sheet.house(560, 440, 250, 120, BRICK)
    sheet.box(BRICK, 470, 350, 110, 90)
    sheet.windows(470, 370, 110, 30, 3, 1)
    sheet.hills(NEAR, 440, 8, 190)
    sheet.area(ROAD, (600, 438), (690, 438), (620, 720), (90, 720))
    sheet.area(PALE, (470, 438), (520, 438), (60, 720), (-160, 720))
    for row in range(5):
        y = 520 + row * 22
        sheet.area(PALE, (560 - row * 34, y), (668 - row * 9, y), (664 - row * 9, y + 10), (546 - row * 34, y + 10))
    for x, foot, height, colour in ((250, 640, 96, TEAL), (310, 622, 84, OCHRE), (372, 590, 72, BRICK)):
        sheet.person(x, foot, height, colour)
    for x, foot, height in ((120, 470, 190), (860, 500, 230), (920, 560, 260)):
        sheet.tree(x, foot, height)


def _sea(sheet: Sheet, horizon: float) -> None:
    sheet.box(SEA, 0, horizon, WIDTH, HEIGHT - horizon)
    for row in range(4):
        y = horizon + 26 + row * 26
        for x in range(-60 + row * 70, WIDTH, 260):
            sheet.box(DEEP, x, y, 110 + row * 12, 5, 2)


def _seaside_walk(sheet: Sheet) -> None:
    _sky(sheet, 200, DUSK)
    _sea(sheet, 300)
    sheet.area(SAND, (0, 520), (960, 400), (960, 720), (0, 720))
    sheet.area(MID, (960, 380), (960, 720), (560, 720), (760, 470))
    sheet.area(PALE, (690, 452), (748, 446), (620, 720), (220, 720))
    for x, foot, height in ((735, 456, 60), (690, 510, 84), (610, 590, 118), (490, 700, 160)):
        sheet.lamp(x, foot, height)
    sheet.box(TRUNK, 250, 600, 120, 10)
    for x in (262, 350):
        sheet.box(TRUNK, x, 600, 8, 36)
    sheet.box(PLASTER, 850, 250, 34, 132)
    sheet.area(BRICK, (844, 252), (867, 222), (890, 252))


def _library(sheet: Sheet) -> None:
    _sky(sheet, 800)
    sheet.hills(FAR, 400, 20, 130, 90)
    sheet.box(PLASTER, 190, 240, 560, 290)
    sheet.area(ROOF, (160, 240), (230, 160), (710, 160), (780, 240))
    for column in range(4):
        sheet.box(GLASS, 226 + column * 134, 300, 86, 150, 6)
        for shelf in range(3):
            for book in range(5):
                colour = (BRICK, TEAL, OCHRE, LEAF, INK)[(book + shelf + column) % 5]
                sheet.box(colour, 234 + column * 134 + book * 14, 316 + shelf * 44, 10, 30)
    sheet.box(TEAL, 436, 452, 70, 78)
    sheet.box(ROAD, 0, 530, WIDTH, 190)
    sheet.area(PALE, (430, 530), (512, 530), (600, 720), (340, 720))
    sheet.tree(110, 545, 220)
    sheet.tree(850, 560, 260)
    sheet.person(560, 600, 92, BRICK)
    sheet.person(612, 596, 70, TEAL)


def _park(sheet: Sheet) -> None:
    _sky(sheet, 690)
    for number, facade in enumerate((PLASTER, BRICK, OCHRE, PLASTER, BRICK)):
        sheet.house(40 + number * 190, 400, 130, 150 + number % 2 * 40, facade)
    sheet.hills(MID, 400, 10, 140)
    sheet.hills(NEAR, 520, 30, 220, 80)
    sheet.disc(SAND, 470, 560, 236, 0.36)
    sheet.disc(SEA, 470, 556, 220, 0.34)
    for x, y in ((400, 540), (520, 566), (470, 590)):
        sheet.box(DEEP, x, y, 70, 5, 2)
    for x, foot, height in ((90, 600, 240), (770, 520, 210), (890, 640, 280), (250, 450, 140)):
        sheet.tree(x, foot, height)
    sheet.person(690, 640, 90, TEAL)
    sheet.person(736, 634, 62, OCHRE)


def _playground(sheet: Sheet) -> None:
    _sky(sheet, 180)
    sheet.hills(FAR, 380, 26, 160)
    for x, foot, height in ((80, 450, 200), (880, 460, 220), (780, 430, 160)):
        sheet.tree(x, foot, height)
    sheet.hills(NEAR, 450, 10, 210)
    sheet.disc(SAND, 480, 600, 380, 0.24)
    for foot, top in ((250, 280), (300, 280), (460, 490), (510, 490)):
        sheet.line(TRUNK, 12, (foot, 600), (top, 380))
    sheet.line(TRUNK, 14, (272, 382), (498, 382))
    for x in (350, 410):
        sheet.line(INK, 3, (x, 384), (x + 8, 540))
        sheet.box(BRICK, x - 12, 538, 40, 8, 3)
    sheet.box(OCHRE, 610, 400, 100, 180)
    sheet.area(ROOF, (596, 400), (660, 340), (724, 400))
    sheet.area(TEAL, (706, 450), (724, 450), (850, 596), (806, 604))
    sheet.person(560, 640, 76, TEAL)
    sheet.person(210, 640, 84, BRICK)


def _harbour(sheet: Sheet) -> None:
    _sky(sheet, 820)
    sheet.hills(FAR, 350, 12, 170)
    for number, facade in enumerate((BRICK, BRICK, OCHRE, PLASTER)):
        sheet.house(60 + number * 120, 400, 92, 84, facade)
    sheet.box(SAND, 0, 396, 560, 40)
    _sea(sheet, 430)
    sheet.area(ROAD, (560, 396), (960, 430), (960, 462), (540, 436))
    for x, y, colour in ((180, 560, TEAL), (430, 620, BRICK), (690, 540, PALE)):
        sheet.area(colour, (x - 80, y), (x + 84, y), (x + 56, y + 38), (x - 58, y + 38))
        sheet.line(INK, 5, (x, y), (x, y - 130))
        sheet.area(PALE, (x + 8, y - 124), (x + 8, y - 14), (x + 66, y - 14))


def _station(sheet: Sheet) -> None:
    _sky(sheet, 220)
    sheet.hills(FAR, 390, 14, 140)
    sheet.box(BRICK, 520, 250, 380, 190)
    sheet.area(ROOF, (500, 250), (560, 190), (860, 190), (920, 250))
    sheet.windows(530, 290, 360, 60, 5, 1)
    sheet.disc(PALE, 710, 224, 24)
    sheet.line(INK, 4, (710, 224), (710, 208), (710, 224), (722, 228))
    sheet.box(ROAD, 0, 440, WIDTH, 280)
    sheet.area(TEAL, (60, 400), (470, 400), (450, 424), (80, 424))
    for x in (96, 260, 424):
        sheet.box(INK, x, 420, 8, 190)
    for number in range(3):
        x = 124 + number * 112
        for wheel in (x, x + 62):
            sheet.ring(INK, wheel, 590, 27, 4)
        frame = ((x, 590), (x + 20, 550), (x + 52, 550), (x + 62, 590), (x + 30, 590), (x + 20, 550))
        sheet.line((BRICK, TEAL, OCHRE)[number], 5, *frame)
        sheet.line(INK, 4, (x + 52, 552), (x + 48, 532), (x + 62, 530))
    sheet.person(640, 600, 100, TEAL)


def _coast_path(sheet: Sheet) -> None:
    _sky(sheet, 300)
    _sea(sheet, 330)
    sheet.area(MID, (420, 400), (960, 300), (960, 720), (0, 720), (0, 600))
    sheet.area(NEAR, (600, 480), (960, 400), (960, 720), (260, 720))
    curve = ((930, 340), (760, 400), (640, 430), (690, 500), (560, 560), (380, 600), (330, 720))
    sheet.line(PALE, 26, *curve)
    for x, y in ((500, 430), (700, 640), (820, 560), (200, 640), (880, 470)):
        for across in (-14, 0, 14):
            sheet.line(LEAF, 5, (x, y + 30), (x + across, y))
    sheet.person(660, 500, 74, BRICK)
    sheet.person(694, 506, 66, TEAL)
    for x in (120, 220, 340):
        sheet.line(INK, 4, (x, 230 + x % 50), (x + 18, 240 + x % 50), (x + 36, 230 + x % 50))


def _youth_house(sheet: Sheet) -> None:
    _sky(sheet, 760, DUSK)
    sheet.hills(FAR, 400, 20, 150)
    sheet.box(TEAL, 150, 230, 640, 300)
    sheet.box(INK, 130, 212, 680, 24)
    sheet.box(GLASS, 190, 290, 400, 170, 6)
    for x, height, colour in ((250, 120, BRICK), (330, 108, OCHRE), (420, 124, LEAF), (520, 112, INK)):
        sheet.person(x, 460, height, colour)
    sheet.box(OCHRE, 640, 330, 100, 200)
    sheet.box(ROAD, 0, 530, WIDTH, 190)
    sheet.area(PALE, (60, 640), (240, 640), (210, 690), (90, 690))
    for x in (860, 920):
        sheet.tree(x, 550, 200)
    for x, colour in ((420, BRICK), (480, TEAL), (700, OCHRE)):
        sheet.person(x, 660, 104, colour)


def _village_square(sheet: Sheet) -> None:
    _sky(sheet, 160)
    for x, width, height, facade in ((40, 150, 130, PLASTER), (220, 130, 150, BRICK), (640, 140, 140, OCHRE), (800, 150, 120, PLASTER)):
        sheet.house(x, 440, width, height, facade)
    sheet.box(PLASTER, 420, 240, 90, 200)
    sheet.area(ROOF, (412, 240), (465, 90), (518, 240))
    sheet.box(ROAD, 0, 440, WIDTH, 280)
    sheet.disc(PALE, 480, 590, 270, 0.3)
    sheet.box(INK, 440, 560, 90, 40, 4)
    for radius, y, colour in ((58, 520, TEAL), (44, 436, OCHRE), (30, 374, BRICK)):
        sheet.ring(colour, 485, y, radius, 14)
    for x, colour in ((240, TEAL), (700, BRICK), (744, OCHRE)):
        sheet.person(x, 650, 92, colour)
    sheet.tree(90, 560, 210)
    sheet.tree(880, 570, 230)


def _town_hall(sheet: Sheet) -> None:
    _sky(sheet, 820)
    for x, facade in ((20, OCHRE), (180, PLASTER), (680, BRICK), (830, PLASTER)):
        sheet.house(x, 450, 120, 150, facade)
    sheet.box(BRICK, 320, 250, 330, 200)
    sheet.area(ROOF, (300, 250), (485, 160), (670, 250))
    sheet.box(BRICK, 450, 90, 70, 120)
    sheet.area(TEAL, (440, 92), (485, 20), (530, 92))
    sheet.windows(330, 280, 310, 54, 6, 2)
    sheet.box(ROAD, 0, 450, WIDTH, 270)
    sheet.area(PALE, (440, 450), (530, 450), (700, 720), (270, 720))
    for x, foot, colour in ((240, 620, TEAL), (300, 640, BRICK), (360, 620, OCHRE), (660, 600, LEAF), (720, 640, INK)):
        sheet.person(x, foot, 100, colour)


PLACES: dict[str, Callable[[Sheet], None]] = {
    "school_way": _school_way,
    "seaside_walk": _seaside_walk,
    "library": _library,
    "park": _park,
    "playground": _playground,
    "harbour": _harbour,
    "station": _station,
    "coast_path": _coast_path,
    "youth_house": _youth_house,
    "village_square": _village_square,
    "town_hall": _town_hall,
}
