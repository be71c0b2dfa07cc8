"""Make the site's typeface: `make typeface`. The result is committed, so that nobody who runs the site needs this.

Source Serif 4, from the package fontpkg-source-serif-4, at one optical size, in the weights of headings, with the letters of European
languages in Latin script. Its licence (SIL Open Font License 1.1) reserves the name “Source”, so what is made bears another.
"""

import sys
from importlib.metadata import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

PACKAGE = "fontpkg-source-serif-4"
FONT = "SourceSerif4[opsz,wght].ttf"
NAME = "Gensvar Serif"
TARGET = Path(__file__).parents[1] / "site" / "cms" / "static" / "cms" / "gensvar-serif.woff2"
AXES = {"opsz": 24, "wght": (400, 700)}
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
SIGNS = [ord(sign) for sign in "‐‑‒–—‘’‚“”„•…′″‹›€←→−≤≥"]
FEATURES = ["kern", "liga", "ccmp", "locl"]
LARGEST = 40_000


def main() -> int:
    """Write the typeface and its licence; 1 where it has become too large."""
    font = instancer.instantiateVariableFont(TTFont(_file(FONT), recalcTimestamp=False), AXES)
    options = subset.Options(layout_features=FEATURES, hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*LATIN, *SIGNS])
    subsetter.subset(font)
    _rename(font)
    font.flavor = "woff2"
    font.save(TARGET)
    TARGET.with_suffix(".OFL.txt").write_text(_file("LICENSE").read_text())
    size = TARGET.stat().st_size
    print(f"{TARGET.name}: {size} bytes")
    return int(size > LARGEST)


def _file(name: str) -> Path:
    """A file of the package."""
    return next(Path(str(file.locate())) for file in files(PACKAGE) or [] if file.name == name)


def _rename(font: TTFont) -> None:
    names = font["name"]
    for number, words in {1: NAME, 3: f"{NAME} 1", 4: NAME, 6: NAME.replace(" ", "")}.items():
        names.setName(words, number, 3, 1, 0x409)


if __name__ == "__main__":
    sys.exit(main())
