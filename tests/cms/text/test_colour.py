"""Contrast is computed as WCAG defines it, mixing as CSS does."""

import pytest

from cms.text.colour import at_lightness, contrast, mix

pytestmark = pytest.mark.django_db


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_mix_is_what_browsers_make_of_it():
    assert mix("#ff0000", 0.5, "#0000ff") == "#8c53a2"
    assert mix("#0b5d66", 1, "#ffffff") == "#0b5d66"


def test_a_colour_gets_light_and_keeps_its_hue():
    assert at_lightness("#808080", 1) == "#ffffff"
    assert contrast(at_lightness("#0b5d66", 0.8), "#1a1815") > 7
