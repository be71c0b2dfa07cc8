"""Where the names on a map stand: none upon another, none upon a dot, none outside the picture.

The picture grows and shrinks with its column while the letters stay readable, so there is one set of names for each of three widths
(`tiers`). A name that fits nowhere is left out there: it stands in the list beside the map.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cms.maps.projection import WIDTH

# Size of the letters and radius of a dot, in units of the picture, as place_map.css has them at most in that tier.
TIERS = {"wide": (19, 9), "middle": (28, 12), "narrow": (35, 14)}
LINE = 1.15
# The width of letters, as a part of their size, in the widest typeface that the site falls back to.
NARROW, USUAL, BROAD = 0.37, 0.6, 0.92


@dataclass(frozen=True)
class Spot:
    """A dot with a name."""

    x: int
    y: int
    name: str


@dataclass(frozen=True)
class Label:
    """A name beside its dot, in the tiers in which it fits there. `y` is the middle of the letters."""

    x: int
    y: int
    anchor: str
    tiers: tuple[str, ...]


@dataclass(frozen=True)
class Box:
    """What a name or a dot covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether they have something in common."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


def labels_for(spots: Sequence[Spot], height: int) -> list[list[Label]]:
    """The labels of each spot; the earlier spots choose first."""
    labels: list[list[Label]] = [[] for _spot in spots]
    for tier, (size, radius) in TIERS.items():
        taken = [_dot(spot, radius) for spot in spots]
        for own, spot in zip(labels, spots, strict=True):
            for label, box in _choices(spot, size, radius, tier):
                if _is_inside(box, height) and not any(box.meets(other) for other in taken):
                    taken.append(box)
                    own.append(label)
                    break
    return labels


def _dot(spot: Spot, radius: int) -> Box:
    return Box(spot.x - radius, spot.y - radius, spot.x + radius, spot.y + radius)


def _is_inside(box: Box, height: int) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= WIDTH and box.bottom <= height


def width_of(name: str, size: int) -> float:
    """About how wide a name is."""
    return size * sum(NARROW if letter in "fijlrtI ,.-" else BROAD if letter in "mwMW" else USUAL for letter in name)


def _choices(spot: Spot, size: int, radius: int, tier: str) -> Iterator[tuple[Label, Box]]:
    """The places a name may take, the best first: right, left, below, above, then aslant."""
    width, half = width_of(spot.name, size), size * LINE / 2
    beside, near = radius + size // 4, radius // 2
    away = radius + round(half)
    for across, down in (
        (beside, 0), (-beside, 0), (0, away), (0, -away), (near, away), (near, -away), (-near, away), (-near, -away),
    ):  # fmt: skip
        x, y = spot.x + across, spot.y + down
        anchor = "start" if across > 0 else "end" if across < 0 else "middle"
        left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
        yield Label(x, y, anchor, (tier,)), Box(left, y - half, left + width, y + half)
