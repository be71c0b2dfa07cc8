"""Names in the product: a docstring stands by itself, a value bears its noun, and old code words do not come back."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.architecture.test_circles import files

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
DEFINED = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

# Code words that gave way to the field's: dashboard, mailbox, display, workspace, breadcrumbs, tenancy, blueprint, timeline ...
OLD_WORDS = {"desk", "desks", "drawn", "fair", "gated", "letterbox", "pen", "room", "rooms", "shapes", "trail", "wall", "walls", "wording"}
# Everyday words that are old only as the name of something at the top of a module, or of the module itself.
OLD_NAMES = {"available", "choosing", "deciding", "desks", "drawing", "facts_by_path", "finding", "gate", "gathered", "in_use", "looks"}
OLD_NAMES |= {"address_of", "once", "open_room", "own", "published", "rooms", "telling", "walls", "way", "way_of"}
KEPT = {"room_name", "room_name_en"}  # columns
# What ends in _address is an e-mail address, a network address or a street; what leads to a page ends in _url.
ADDRESSES = {
    "canonical_address",
    "clean_address",
    "follower_for_address",
    "from_address",
    "has_confirmed_address",
    "is_address",
    "is_confirmed_address",
}
ADDRESSES |= {"mail_address"}


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the product by its dotted name, parsed."""
    return {name: ast.parse(path.read_text()) for name, path in files().items()}


def words_of(name: str) -> set[str]:
    """The words that an identifier is made of, however they are joined."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def identifiers(tree: ast.Module) -> Iterator[str]:
    """Every name that a module gives to something."""
    for node in ast.walk(tree):
        if isinstance(node, DEFINED):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr
        elif isinstance(node, ast.alias) and node.asname:
            yield node.asname


def local_names(tree: ast.Module) -> Iterator[str]:
    """The names of variables and arguments inside functions, lambdas and comprehensions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.comprehension):
            inside = node.target if isinstance(node, ast.comprehension) else node
            yield from (x.id for x in ast.walk(inside) if isinstance(x, ast.Name) and isinstance(x.ctx, ast.Store))
            yield from (x.arg for x in ast.walk(inside) if isinstance(x, ast.arg))


def top_names(module: str, tree: ast.Module) -> set[str]:
    """The names at the top of a module, and its own."""
    stored = {name.id for node in tree.body if isinstance(node, ast.Assign) for name in node.targets if isinstance(name, ast.Name)}
    return stored | {node.name for node in tree.body if isinstance(node, DEFINED)} | set(module.split("."))


def wrong_docstrings(tree: ast.Module) -> list[str]:
    """Docstrings that need their neighbour."""
    told = (ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, DOCUMENTED))
    return [words for words in told if words.startswith("The same")]


def old_names(module: str, tree: ast.Module) -> set[str]:
    """Names that hold an old code word."""
    held = {name for name in identifiers(tree) if words_of(name) & OLD_WORDS} - KEPT
    addresses = {node.name for node in ast.walk(tree) if isinstance(node, DEFINED) and node.name.endswith("_address")} - ADDRESSES
    return held | addresses | (top_names(module, tree) & OLD_NAMES)


def test_no_docstring_begins_with_the_same():
    assert {name: wrong for name, tree in trees().items() if (wrong := wrong_docstrings(tree))} == {}


def test_nothing_is_called_found():
    assert [name for name, tree in trees().items() if "found" in local_names(tree)] == []


def test_old_code_words_name_nothing():
    assert {name: sorted(old) for name, tree in trees().items() if (old := old_names(name, tree))} == {}


@pytest.mark.parametrize(
    "source",
    ["class Pen: ...", "open_room = 1", "def list_address(): ...", "def draw(trail): ...", "def way(): ...", "from x import y as walls"],
)
def test_an_old_word_is_seen(source):
    assert old_names("cms.example", ast.parse(source))


@pytest.mark.parametrize("source", ["def rows(found): ...", "def rows():\n    found = []", "x = [found for found in y]", "lambda found: 1"])
def test_a_value_called_found_is_seen(source):
    assert "found" in local_names(ast.parse(source))


def test_a_docstring_that_needs_its_neighbour_is_seen():
    assert wrong_docstrings(ast.parse('def many():\n    """The same for many."""'))
