"""The rules of a typeface in a style sheet: the file, and fallbacks set to its measures, so that nothing moves when it has come.

The families of computers are measured as Pillow measures ours, with the same text (docs/decisions/0032).
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import ImageFont

REGULAR, BOLD = 400, 700
SAMPLE = (
    "Vad tycker du? Hur ska barn komma tryggt till skolan? Ljus längs strandpromenaden. Så blev det: två ville ha en damm med liv. "
    "Skriv till och med 19 december. Vi svarar senast den 12 april, och du kan följa vad som händer."
)
EM = 1000


@dataclass(frozen=True)
class Fallback:
    """A family that readers' computers have: how wide a letter is on average, of an em, and the names of its fonts."""

    name: str
    widths: dict[int, float]
    fonts: dict[int, tuple[str, ...]]


FALLBACKS = (
    Fallback("Georgia", {REGULAR: 0.444, BOLD: 0.5159}, {REGULAR: ("Georgia", "Gelasio"), BOLD: ("Georgia Bold", "Gelasio Bold")}),
    Fallback("Noto", {REGULAR: 0.4791, BOLD: 0.5088}, {REGULAR: ("Noto Serif",), BOLD: ("Noto Serif Bold",)}),
    Fallback("DejaVu", {REGULAR: 0.5145, BOLD: 0.568}, {REGULAR: ("DejaVu Serif",), BOLD: ("DejaVu Serif Bold",)}),
)


@dataclass(frozen=True)
class Measures:
    """What of a typeface decides where lines break and stand, each of an em."""

    widths: dict[int, float]
    ascent: float
    descent: float


def measures_of(content: bytes) -> Measures:
    """The measures of a font, from the content of its file. Raises OSError where it is none."""
    font = ImageFont.truetype(BytesIO(content), EM)
    ascent, descent = font.getmetrics()
    return Measures({weight: _width(font, weight) for weight in (REGULAR, BOLD)}, ascent / EM, descent / EM)


def at_weight(font: ImageFont.FreeTypeFont, weight: int) -> ImageFont.FreeTypeFont:
    """The font at a weight, as far as it goes; a font that does not vary stays as it is."""
    try:
        axes = font.get_variation_axes()
    except (OSError, NotImplementedError):
        return font
    font.set_variation_by_axes([_at(axis, weight) for axis in axes])
    return font


def _at(axis: ImageFont.Axis, weight: int) -> float:
    is_weight = (axis["name"] or b"").lower() == b"weight"
    least, most, usual = (axis[part] or 0 for part in ("minimum", "maximum", "default"))
    return min(max(weight, least), most) if is_weight else usual


def _width(font: ImageFont.FreeTypeFont, weight: int) -> float:
    return at_weight(font, weight).getlength(SAMPLE) / len(SAMPLE) / EM


def faces(family: str, url: str, measures: Measures) -> str:
    """The rules for a typeface at an address."""
    own = f'@font-face{{font-family:"{family}";src:url("{url}") format("woff2");font-weight:{REGULAR} {BOLD};font-display:swap}}\n'
    return own + "".join(_fallback_face(family, fallback, weight, measures) for fallback in FALLBACKS for weight in (REGULAR, BOLD))


def families(family: str) -> str:
    """The family with its fallbacks, as `font-family` takes them."""
    return ", ".join(f'"{name}"' for name in (family, *(f"{family} {fallback.name}" for fallback in FALLBACKS)))


def _fallback_face(family: str, fallback: Fallback, weight: int, measures: Measures) -> str:
    scale = measures.widths[weight] / fallback.widths[weight]
    sources = ",".join(f'local("{name}")' for name in fallback.fonts[weight])
    overrides = {"size-adjust": scale, "ascent-override": measures.ascent / scale, "descent-override": measures.descent / scale}
    said = ";".join(f"{name}:{100 * value:.1f}%" for name, value in overrides.items())
    return f'@font-face{{font-family:"{family} {fallback.name}";src:{sources};font-weight:{weight};{said};line-gap-override:0%}}\n'
