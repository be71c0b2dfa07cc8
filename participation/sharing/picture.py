"""Draw the picture for sharing: who asks, the question, the day; in the municipality's colour and type, without asking anybody for anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from cms.theme.accent import LIGHT
from cms.theme.faces import BOLD, REGULAR, at_weight

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
BAND = 20
LEADING = 1.16
SIZES = (84, 74, 66, 58, 52)  # of the question: the largest that fits
NAME_SIZE, DAY_SIZE = 36, 40
QUESTION_TOP, QUESTION_BOTTOM = 140, 484
COLOURS = 64  # edges of letters need no more; a fifth of the weight


@dataclass(frozen=True)
class Words:
    """What the picture says, its colour (#rrggbb) and the content of the typeface's file."""

    name: str
    question: str
    day: str
    accent: str
    typeface: bytes


class Line(NamedTuple):
    """A line of the question."""

    text: str
    size: int


def draw(words: Words) -> bytes:
    """The picture as PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), LIGHT.paper)
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((0, 0, WIDTH, BAND), fill=words.accent)
    canvas.text((MARGIN, 64), words.name, font=_font(words, NAME_SIZE, REGULAR), fill=LIGHT.ink)
    top = float(QUESTION_TOP)
    for line in lines_of(words):
        canvas.text((MARGIN, top), line.text, font=_font(words, line.size, BOLD), fill=LIGHT.ink)
        top += line.size * LEADING
    if words.day:
        _draw_day(canvas, words)
    file = BytesIO()
    image.quantize(COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()


def lines_of(words: Words) -> list[Line]:
    """The question in the largest type in which all of it fits; what is longer than that ends in an ellipsis."""
    for size in SIZES:
        lines = list(_wrapped(words.question, _font(words, size, BOLD)))
        most = int((QUESTION_BOTTOM - QUESTION_TOP) / (size * LEADING))
        if len(lines) <= most:
            return [Line(line, size) for line in lines]
    return [Line(line, size) for line in [*lines[: most - 1], _cut(lines[most - 1], _font(words, size, BOLD))]]


def _draw_day(canvas: ImageDraw.ImageDraw, words: Words) -> None:
    """A label in the municipality's colour, as wide as its words."""
    font = _font(words, DAY_SIZE, BOLD)
    right = min(MARGIN + 56 + font.getlength(words.day), WIDTH - MARGIN)
    canvas.rounded_rectangle((MARGIN, 500, right, 576), radius=10, fill=words.accent)
    canvas.text((MARGIN + 28, 538), words.day, font=font, fill=LIGHT.on_accent, anchor="lm")


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """The lines of a text; a word that is wider than a line goes on in the next."""
    line = ""
    for word in (part for whole in text.split() for part in _parts(whole, font)):
        longer = f"{line} {word}".strip()
        if line and not _fits(longer, font):
            yield line
            longer = word
        line = longer
    yield line


def _parts(word: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    while not _fits(word, font):
        fitting = next(length for length in range(len(word) - 1, 0, -1) if _fits(f"{word[:length]}-", font) or length == 1)
        yield f"{word[:fitting]}-"
        word = word[fitting:]
    yield word


def _cut(line: str, font: ImageFont.FreeTypeFont) -> str:
    while line and not _fits(f"{line} …", font):
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line} …"


def _fits(text: str, font: ImageFont.FreeTypeFont) -> bool:
    return font.getlength(text) <= WIDTH - 2 * MARGIN


def _font(words: Words, size: int, weight: int) -> ImageFont.FreeTypeFont:
    return at_weight(ImageFont.truetype(BytesIO(words.typeface), size), weight)
