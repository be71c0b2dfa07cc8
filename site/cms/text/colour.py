"""Colours as CSS reckons with them (sRGB, OKLab, OKLCh), and contrast as WCAG 2.2 defines it."""

from math import atan2, cos, hypot, sin

Triple = tuple[float, float, float]
WHITE, BLACK = "#ffffff", "#000000"


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, from 0 (black) to 1 (white)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(first: str, share: float, second: str) -> str:
    """What `color-mix(in oklab, first share, second)` gives."""
    pairs = zip(_oklab(first), _oklab(second), strict=True)
    light, a, b = (share * one + (1 - share) * other for one, other in pairs)
    return _hex((light, a, b))


def oklch(light: float, chroma: float, hue: float) -> str:
    """What `oklch(light chroma hue)` gives; the hue in radians. What sRGB does not hold is cut off."""
    return _hex((light, chroma * cos(hue), chroma * sin(hue)))


def at_lightness(colour: str, light: float) -> str:
    """What `oklch(from colour light c h)` gives."""
    _light, a, b = _oklab(colour)
    return oklch(light, hypot(a, b), atan2(b, a))


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return _to_linear(red), _to_linear(green), _to_linear(blue)


def _to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _from_linear(channel: float) -> float:
    channel = min(max(channel, 0.0), 1.0)
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _oklab(colour: str) -> Triple:
    """Björn Ottosson's OKLab, as CSS Color 4 has it."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _hex(lab: Triple) -> str:
    light, a, b = lab
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _from_linear(channel)):02x}" for channel in channels)
