"""docs/decisions/0005 names each library of pyproject.toml with its reason, and each is used."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.docs.reading import PACKAGES, ROOT, SPAN, table_rows

DECISION = ROOT / "docs" / "decisions" / "0005-libraries.md"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PRODUCTION = [
    *PROJECT["project"]["dependencies"],
    *(name for extra in PROJECT["project"]["optional-dependencies"].values() for name in extra),
]
DEVELOPMENT = PROJECT["dependency-groups"]["dev"]
TEXTS = "\n".join((ROOT / name).read_text() for name in ("Makefile", "pyproject.toml", ".ci/run", "Dockerfile"))
# Used without being named in our code.
BY_OTHERS = {
    "elasticsearch-dsl": "its code is elasticsearch.dsl now",
    "redis": "Django's cache backend imports it",
    "psycopg": "Django's database backend imports it",
    "tzdata": "zoneinfo reads it where the system has no time zones",
    "pytest-django": "a plugin of pytest",
    "pytest-randomly": "a plugin of pytest",
    "pytest-xdist": "make's -n auto",
    "django-stubs": "mypy_django_plugin",
}


def distribution(requirement: str) -> str:
    """A requirement's name alone, as indices write it."""
    return re.split(r"[\[=<>~! ]", requirement)[0].lower()


def told() -> dict[str, str]:
    """Each requirement that the decision names, with its reason."""
    return {requirement: cells[2] for cells in table_rows(DECISION) for requirement in SPAN.findall(cells[1])}


def test_the_decision_names_each_library_and_no_other() -> None:
    assert sorted(told()) == sorted([*PRODUCTION, *DEVELOPMENT])


@pytest.mark.parametrize("requirement", sorted(told()))
def test_it_says_why(requirement: str) -> None:
    assert len(told()[requirement]) > 10


def words_of(folders: list[Path]) -> Iterator[str]:
    """The first part of every imported module and of every dotted name in the strings of the code."""
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.split(".")[0]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[\w.]+", node.value):
                yield node.value.split(".")[0]


@pytest.mark.parametrize(
    ("requirements", "folders"), [(PRODUCTION, PACKAGES), (DEVELOPMENT, [*PACKAGES, ROOT / "tests"])], ids=["site", "tests"]
)
def test_each_is_used(requirements: list[str], folders: list[Path]) -> None:
    used = set(words_of(folders))
    modules: dict[str, set[str]] = {}
    for module, names in packages_distributions().items():
        for name in names:
            modules.setdefault(name.lower().replace("_", "-"), set()).add(module)
    unused = [name for name in map(distribution, requirements) if not modules.get(name, set()) & used and name not in BY_OTHERS]
    assert [name for name in unused if not re.search(rf"(?:\(BIN\)/|^|CMD \[\"){name}\b", TEXTS, re.MULTILINE)] == []


@pytest.mark.parametrize("name", sorted(BY_OTHERS))
def test_what_others_use_is_asked_for(name: str) -> None:
    assert name in map(distribution, [*PRODUCTION, *DEVELOPMENT])


@pytest.mark.parametrize("lock", ["production.txt", "dev.txt"])
def test_the_lock_holds_what_is_asked_for(lock: str) -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / lock).read_text(), re.MULTILINE))
    wanted = PRODUCTION if lock == "production.txt" else [*PRODUCTION, *DEVELOPMENT]
    assert {distribution(requirement) for requirement in wanted} - locked == set()
