"""The committed style sheet is the components', and small."""

import gzip
import re

from cms.components.build import TARGET, TYPEFACE, built
from cms.components.catalogue import FOLDER, all_components
from cms.theme.faces import families

LIMIT = 25_000


def test_committed_style_sheet_is_fresh() -> None:
    assert TARGET.read_text() == built(), "run `python -m cms.components.build` with site/ on the path"


def test_style_sheet_is_small() -> None:
    assert len(gzip.compress(built().encode())) < LIMIT


def test_style_sheets_fetch_nothing_but_our_typeface() -> None:
    assert re.findall(r"url\((.*?)\)", built()) == [f'"{TYPEFACE.name}"']
    assert families("Gensvar Serif") in built()
    assert "@import" not in built()


def test_every_sign_that_is_named_is_in_the_sprite() -> None:
    sprite = (TARGET.parent / "icons.svg").read_text()
    known = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    named = set()
    for template in [*(component.template for component in all_components()), *(FOLDER.parent / "templates").rglob("*.html")]:
        named |= set(re.findall(r'"icon" name="([^"]+)"|icon="([^"]+)"', template.read_text()))
    assert {first or second for first, second in named} <= known
