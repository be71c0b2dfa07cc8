"""The table of settings in docs/operations.md is what the settings read, with the same defaults."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.docs.reading import ROOT, SPAN, table_rows

SETTINGS = ROOT / "site" / "cms" / "settings"
NAME = re.compile(r"[A-Z][A-Z0-9_]{3,}")
# Given to the database's container, and to Django's own start.
NOT_OURS = {"POSTGRES_PASSWORD", "DJANGO_SETTINGS_MODULE"}


def read_by(path: Path) -> dict[str, Any]:
    """What a module reads from the environment: names with their defaults, None where that is put together or missing."""
    found = {}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("env."):
            default = next((word.value for word in node.keywords if word.arg == "default"), None)
            found[ast.literal_eval(node.args[0])] = default.value if isinstance(default, ast.Constant) else None
    return found


READ = read_by(SETTINGS / "base.py") | read_by(SETTINGS / "production.py")


def documented() -> Iterator[tuple[str, str]]:
    """Each variable of the table with its default as it is written there, empty where it is told in words."""
    for cells in table_rows(ROOT / "docs" / "operations.md"):
        names, defaults = SPAN.findall(cells[0]), SPAN.findall(cells[1])
        if names and all(map(NAME.fullmatch, names)):
            single = defaults * len(names) if len(defaults) == 1 else defaults
            told = single if len(single) == len(names) and SPAN.sub("", cells[1]).strip(" ,") == "" else [""] * len(names)
            yield from zip(names, told, strict=True)


DOCUMENTED = dict(documented())


def test_every_variable_that_is_read_stands_in_the_table() -> None:
    assert sorted(set(READ) - set(DOCUMENTED)) == []


def test_every_variable_of_the_table_is_read() -> None:
    assert sorted(set(DOCUMENTED) - set(READ)) == []


@pytest.mark.parametrize("name", [name for name, default in READ.items() if default not in (None, "") and DOCUMENTED.get(name)])
def test_the_default_is_the_one_that_is_told(name: str) -> None:
    default = READ[name]
    told: Any = DOCUMENTED[name]
    assert (float(told) if isinstance(default, float) else told) == (
        default if isinstance(default, float) else str(default).replace("True", "true")
    )


def test_what_the_containers_are_given_is_read() -> None:
    given = set(re.findall(r"^      ([A-Z_]+):.*\${", (ROOT / "compose.yaml").read_text(), re.MULTILINE))
    assert given - set(READ) - NOT_OURS == set()
    assert "GENSVAR_TRUSTED_PROXIES" in given


def test_variables_named_anywhere_in_the_documents_exist() -> None:
    known = {name for path in SETTINGS.glob("*.py") for name in NAME.findall(path.read_text())}
    for document in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        assert sorted({name for name in re.findall(r"GENSVAR_[A-Z_]+", document.read_text()) if name not in known}) == [], document
