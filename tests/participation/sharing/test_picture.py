"""The picture for sharing holds the question, however long it is and whatever letters it has, and weighs little."""

from io import BytesIO

import pytest
from PIL import Image

from cms.components.build import TYPEFACE
from participation.sharing.picture import HEIGHT, SIZES, WIDTH, Words, draw, lines_of

LONG = "Hur ska gång- och cykelvägen mellan Anderslöv och Jordberga dras, och vad ska byggas först om pengarna inte räcker till allt? " * 3
ONE_WORD = "Kommunalförbundsdirektörsersättningsutredningsgruppssammanträdesprotokoll"


def words(
    question: str = "Hur ska barn komma tryggt till skolan?", day: str = "Skriv till och med 19 december", accent: str = "#0b5d66"
) -> Words:
    return Words("Trelleborgs kommun", question, day, accent, TYPEFACE.read_bytes())


def test_it_is_as_large_as_other_sites_ask_for_and_light() -> None:
    png = draw(words())
    assert Image.open(BytesIO(png)).size == (WIDTH, HEIGHT)
    assert len(png) < 60_000


@pytest.mark.parametrize("accent", ["#0b5d66", "#8a1538"])
def test_it_bears_the_colour(accent: str) -> None:
    red, green, blue = Image.open(BytesIO(draw(words(accent=accent)))).convert("RGB").getpixel((600, 5))
    assert all(abs(one - int(accent[at : at + 2], 16)) <= 3 for one, at in ((red, 1), (green, 3), (blue, 5)))


def test_a_short_question_stands_in_the_largest_type_and_whole() -> None:
    lines = lines_of(words("Åka båt till Ön?"))
    assert [(line.text, line.size) for line in lines] == [("Åka båt till Ön?", SIZES[0])]
    assert " ".join(line.text for line in lines_of(words())) == words().question


def test_a_long_question_is_smaller_and_ends_in_an_ellipsis() -> None:
    lines = lines_of(words(LONG))
    assert {line.size for line in lines} == {SIZES[-1]}
    assert lines[-1].text.endswith(" …")
    assert LONG.startswith(" ".join(line.text for line in lines).removesuffix(" …"))


def test_a_word_wider_than_a_line_goes_on_in_the_next() -> None:
    lines = [line.text for line in lines_of(words(ONE_WORD))]
    assert len(lines) > 1 and all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.removesuffix("-") for line in lines) == ONE_WORD


@pytest.mark.parametrize("question", ["", "…", "مدرسه", "🙂 Vad tycker du?"])
def test_nothing_breaks_it(question: str) -> None:
    assert draw(words(question, day=""))
