"""Contrast is computed as WCAG defines it."""

import pytest

from cms.text.colour import contrast

pytestmark = pytest.mark.django_db


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
