"""A calm drawing for what has no picture: the lines of a landscape by its place, its colour by its topic; always alike for both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from zlib import crc32

WIDTH, HEIGHT = 320, 240
TONES = ("accent", "green", "amber", "slate", "violet", "brick")
STEP = 40


@dataclass(frozen=True)
class Landscape:
    """What the component `picture` draws: paths from the back to the front, and a sun."""

    tone: str
    sun: tuple[int, int, int]
    paths: tuple[str, ...]


def landscape(place: str, topic: str = "") -> Landscape:
    """The landscape of a place, in the colour of a topic."""
    chance = Random(crc32(place.encode()))  # noqa: S311 (a drawing, no secret)
    sun = (chance.randrange(50, 270), chance.randrange(44, 92), chance.randrange(16, 28))
    horizon = chance.choice((_hills, _roofs, _trees, _sea))
    return Landscape(
        tone=TONES[crc32(topic.encode()) % len(TONES)],
        sun=sun,
        paths=(_wave(chance, 118, 18), horizon(chance), _wave(chance, 196, 12)),
    )


def _wave(chance: Random, level: int, height: int) -> str:
    """A line that rises and falls softly, filled down to the lower edge."""
    heights = [level + chance.randrange(-height, height) for _x in range(0, WIDTH + STEP, STEP * 2)]
    return _filled(_curve(heights))


def _curve(heights: Sequence[int]) -> Iterator[str]:
    yield f"M0 {heights[0]}"
    for number, height in enumerate(heights[1:], 1):
        x = number * STEP * 2
        yield f"C{x - STEP} {heights[number - 1]} {x - STEP} {height} {x} {height}"


def _filled(parts: Iterator[str]) -> str:
    return "".join(parts) + f"V{HEIGHT}H0Z"


def _hills(chance: Random) -> str:
    return _wave(chance, 158, 26)


def _sea(chance: Random) -> str:
    """Small waves of one height."""
    level = 156 + chance.randrange(8)
    crests = "".join(f"Q{x + 10} {level - 7} {x + 20} {level}" for x in range(0, WIDTH, 20))
    return f"M0 {level}{crests}V{HEIGHT}H0Z"


def _roofs(chance: Random) -> str:
    """Houses in a row, wall to wall."""
    line, x = "M0 168", 0
    while x < WIDTH:
        width, facade, ridge = chance.randrange(30, 54), chance.randrange(138, 160), chance.randrange(14, 24)
        line += f"V{facade}L{x + width // 2} {facade - ridge}L{x + width} {facade}V168"
        x += width
    return f"{line}V{HEIGHT}H0Z"


def _trees(chance: Random) -> str:
    """Round crowns over a hill."""
    crowns, x = "", 14
    while x < WIDTH:
        radius, level = chance.randrange(11, 20), chance.randrange(138, 156)
        crowns += f"M{x - radius} {level}a{radius} {radius} 0 1 1 {2 * radius} 0v34h-{2 * radius}Z"
        x += chance.randrange(30, 58)
    return f"{crowns}M0 164H{WIDTH}V{HEIGHT}H0Z"
