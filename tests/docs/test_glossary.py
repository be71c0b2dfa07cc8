"""The words of docs/glossary.md are the words of the code and of the screen."""

import io
import re
import token
import tokenize
from functools import cache
from pathlib import Path

import polib
import pytest

from cms.catalogues import catalogues
from tests.docs.reading import PACKAGES, ROOT, SPAN, table_rows

NOTHING = "–"
ROWS = [cells for cells in table_rows(ROOT / "docs" / "glossary.md") if SPAN.search(cells[1])]
CODE_WORDS = sorted({word for cells in ROWS for cell in cells[1:] for word in SPAN.findall(cell)})
SCREEN_WORDS = sorted({word.strip() for cells in ROWS for word in cells[0].split(",")} - {NOTHING})


@cache
def names() -> str:
    """Every name of the code and of its files, and every string that is one word, each on a line."""
    found: set[str] = set()
    for path in (path for package in PACKAGES for path in package.rglob("*.py") if "migrations" not in path.parts):
        found |= {path.stem, path.parent.name} | names_in(path)
    return "\n".join(sorted(found))


def names_in(path: Path) -> set[str]:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text()).readline)
    words = (each.string.strip("\"'") for each in tokens if each.type in (token.NAME, token.STRING))
    return {word for word in words if re.fullmatch(r"\w+", word)}


@cache
def swedish() -> str:
    """Everything that the catalogues say in Swedish."""
    entries = [entry for path in catalogues() for entry in polib.pofile(str(path))]
    return "\n".join("\n".join([entry.msgstr, *entry.msgstr_plural.values()]) for entry in entries).casefold()


@pytest.mark.parametrize("word", CODE_WORDS)
def test_the_code_has_the_word(word: str) -> None:
    name = word.split("(")[0].split(".")[0]
    assert re.search(rf"(?:^|_){re.escape(name)}s?(?:_|$)", names(), re.MULTILINE)


@pytest.mark.parametrize("word", SCREEN_WORDS)
def test_the_screen_has_the_word(word: str) -> None:
    assert re.search(rf"(?<!\w){re.escape(word)}", swedish())


def test_every_row_says_what_and_how() -> None:
    assert len(ROWS) > 50
    assert all(len(cells) == 3 for cells in ROWS)
