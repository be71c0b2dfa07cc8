"""Whatever colour the setting accepts is read on every ground, in light and in dark; the grounds are those of the style sheet."""

import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from cms.components.catalogue import FOLDER
from cms.models import SiteIdentity
from cms.text.colour import contrast
from cms.theme.accent import LEAST_CONTRAST, shown, weakest

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
TOKENS = (FOLDER / "tokens.css").read_text()


def is_accepted(colour: str) -> bool:
    identity = SiteIdentity(accent=colour)
    try:
        identity.clean()
    except ValidationError:
        return False
    return True


@given(COLOURS)
@example("#0b5d66")
@example("#8a1538")
@example("#0000ff")
@example("#b30000")
@example("#000000")
def test_an_accepted_colour_is_read_wherever_it_stands(colour: str) -> None:
    if is_accepted(colour):
        assert {place.where: round(contrast(place.colour, place.ground), 2) for place in shown(colour)} == {
            place.where: pytest.approx(max(LEAST_CONTRAST, contrast(place.colour, place.ground)), abs=0.01) for place in shown(colour)
        }


@pytest.mark.parametrize("colour", ["#0b5d66", "#8a1538", "#0000aa", "#444444"])
def test_colours_that_municipalities_have_are_accepted(colour: str) -> None:
    assert weakest(colour) >= LEAST_CONTRAST
    assert is_accepted(colour)


@pytest.mark.parametrize(
    "said",
    [
        "--paper: oklch(98.5% 0.005 90)", "--paper-deep: oklch(96% 0.007 90)", "--on-accent: oklch(99% 0.004 90)", "--tint: 9%",
        "--accent-deep: color-mix(in oklab, var(--accent) 82%, black)", "--accent-tint: color-mix(in oklab, var(--accent) 7%, var(--paper))",
        "--paper: oklch(21% 0.006 80)", "--paper-deep: oklch(25% 0.008 80)", "--on-accent: oklch(18% 0.01 250)", "--tint: 16%",
        "--accent-tint: color-mix(in oklab, var(--accent) 18%, var(--paper))", "--accent-text: oklch(from var(--accent) 80% c h)",
        "--accent-deep: oklch(from var(--accent) 88% c h)", "--accent-text: color-mix(in oklab, var(--accent) 35%, white)",
        "--accent-deep: color-mix(in oklab, var(--accent) 22%, white)",
    ],
)  # fmt: skip
def test_the_tokens_are_those_that_are_reckoned_with(said: str) -> None:
    assert f"{said};" in TOKENS


def test_focus_stands_in_ink_on_paper_whatever_the_colour_is() -> None:
    rule = re.search(r":focus-visible \{([^}]*)\}", (FOLDER / "base.css").read_text())
    assert rule and "solid var(--ink)" in rule[1] and "var(--paper)" in rule[1] and "accent" not in rule[1]
