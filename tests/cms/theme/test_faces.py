"""Fallbacks stand in the typeface's measures, so that its coming moves nothing."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from PIL import ImageFont

from cms.theme.faces import BOLD, FALLBACKS, REGULAR, SAMPLE, at_weight, faces, families, measures_of

OURS = finders.find("cms/gensvar-serif.woff2")


def rules(weight: int) -> list[dict[str, str]]:
    said = re.findall(r"@font-face\{([^}]*)\}", faces("Ours", "ours.woff2", measures_of(Path(OURS).read_bytes())))
    declared = [dict(part.split(":", 1) for part in rule.split(";")) for rule in said]
    return [rule for rule in declared if rule["font-weight"] == str(weight)]


def test_the_file_swaps_in_and_bears_both_weights() -> None:
    first = faces("Ours", "ours.woff2", measures_of(Path(OURS).read_bytes())).splitlines()[0]
    assert 'url("ours.woff2")' in first and "font-display:swap" in first and "font-weight:400 700" in first


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_each_fallback_sets_a_text_as_wide_and_as_high(weight: int) -> None:
    ours = measures_of(Path(OURS).read_bytes())
    for fallback, rule in zip(FALLBACKS, rules(weight), strict=True):
        scale = float(rule["size-adjust"].rstrip("%")) / 100
        assert fallback.widths[weight] * scale == pytest.approx(ours.widths[weight], rel=0.002)
        assert float(rule["ascent-override"].rstrip("%")) / 100 * scale == pytest.approx(ours.ascent, rel=0.002)
        assert float(rule["descent-override"].rstrip("%")) / 100 * scale == pytest.approx(ours.descent, rel=0.005)


def test_the_family_comes_before_its_fallbacks() -> None:
    assert families("Ours") == '"Ours", "Ours Georgia", "Ours Noto", "Ours DejaVu"'


def test_bold_is_wider_and_a_weight_beyond_the_axis_is_the_last_of_it() -> None:
    font = ImageFont.truetype(OURS, 100)
    regular, bold, beyond = (at_weight(font, weight).getlength(SAMPLE) for weight in (REGULAR, BOLD, 900))
    assert regular < bold == beyond


def test_what_is_no_font_is_refused() -> None:
    with pytest.raises(OSError):
        measures_of(b"wOF2 but no font")


def test_our_typeface_is_small_and_has_the_letters_of_our_languages() -> None:
    with open(OURS, "rb") as file:
        assert len(file.read()) <= 40_000
    font = ImageFont.truetype(OURS, 40)
    missing = bytes(font.getmask("\u0378"))
    assert [letter for letter in "åäöÅÄÖéüÁČĐŊŠŽąęłøæ§–”…" if bytes(font.getmask(letter)) == missing] == []
    assert font.getname() == ("Gensvar Serif", "Regular"), "the name “Source” is reserved"
