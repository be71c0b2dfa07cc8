"""The municipality's colour on every ground on which it stands, as `cms/components/tokens.css` derives it, in light and in dark."""

from collections.abc import Iterator
from math import radians
from typing import NamedTuple

from cms.text.colour import BLACK, WHITE, at_lightness, contrast, mix, oklch

DEFAULT = oklch(0.45, 0.09, radians(195))
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3 Contrast (Minimum); signs and focus (1.4.11) ask for less


class Shown(NamedTuple):
    """A colour on a ground, and where they meet."""

    where: str
    colour: str
    ground: str


class Ground(NamedTuple):
    """The colours of a scheme that do not depend on the municipality's."""

    paper: str
    paper_deep: str
    on_accent: str
    ink: str


LIGHT = Ground(
    oklch(0.985, 0.005, radians(90)), oklch(0.96, 0.007, radians(90)), oklch(0.99, 0.004, radians(90)), oklch(0.22, 0.01, radians(250))
)
DARK = Ground(
    oklch(0.21, 0.006, radians(80)), oklch(0.25, 0.008, radians(80)), oklch(0.18, 0.01, radians(250)), oklch(0.92, 0.006, radians(90))
)


def shown(accent: str) -> list[Shown]:
    """Every place where the colour is read, or read upon."""
    light = _on(LIGHT, "light", accent, mix(accent, 0.82, BLACK), mix(accent, 0.07, LIGHT.paper), 0.09)
    tint = mix(accent, 0.18, DARK.paper)
    dark = _on(DARK, "dark", at_lightness(accent, 0.8), at_lightness(accent, 0.88), tint, 0.16)
    dark_before = _on(DARK, "dark, older browsers", mix(accent, 0.35, WHITE), mix(accent, 0.22, WHITE), tint, 0.16)
    return [*light, *dark, *dark_before]


def weakest(accent: str) -> float:
    """The contrast of the colour where it is least."""
    return min(contrast(place.colour, place.ground) for place in shown(accent))


def _on(ground: Ground, scheme: str, text: str, deep: str, tint: str, chip: float) -> Iterator[Shown]:
    for name, under in {
        "paper": ground.paper,
        "paper-deep": ground.paper_deep,
        "tint": tint,
        "chip": mix(text, chip, ground.paper),
    }.items():
        yield Shown(f"{scheme}: text on {name}", text, under)
    for name, under in {"paper": ground.paper, "tint": tint}.items():
        yield Shown(f"{scheme}: text under the pointer on {name}", deep, under)
    yield Shown(f"{scheme}: button", ground.on_accent, text)
    yield Shown(f"{scheme}: button under the pointer", ground.on_accent, deep)
    yield Shown(f"{scheme}: ink on tint", ground.ink, tint)
