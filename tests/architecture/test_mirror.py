"""Tests mirror the tree: a test file is named after its module, and a module with behaviour has a test file of its name."""

import ast
from pathlib import Path

import pytest

from tests.architecture.test_arrows import FOLDERS, ROOT, modules

TESTS = ROOT / "tests"
STATEMENTS = 25  # a module with more of them and with functions has behaviour worth a file of tests
# Named by the framework or holding declarations: what they declare is tested by what uses it.
DECLARATIONS = {
    "__init__.py",
    "admin_urls.py",
    "apps.py",
    "choices.py",
    "demo.py",
    "contract.py",
    "example.py",
    "guest_urls.py",
    "models.py",
    "urls.py",
    "wagtail_hooks.py",
}
DECLARING_FOLDERS = {"demo", "management", "models", "settings", "testing"}
# test file: why it bears the name of no module
NAMED_OTHERWISE: dict[str, str] = {}


def place_of(module: Path, root: Path) -> Path:
    """Where tests of a module lie: the same path below tests/<package>."""
    return TESTS / root.name / module.relative_to(root).parent


def files_of_tests() -> list[Path]:
    """The test files of the house's packages."""
    return [path for root in FOLDERS.values() for path in sorted((TESTS / root.name).rglob("test_*.py"))]


def names_at(folder: Path) -> set[str]:
    """The modules and packages that tests in a folder can be named after: those beside which it lies, or the package itself."""
    package, *inner = folder.relative_to(TESTS).parts
    source = FOLDERS[package].joinpath(*inner)
    beside = {path.stem for path in source.glob("*.py")} | {path.parent.name for path in source.glob("*/__init__.py")}
    return beside | {path.name for path in source.glob("*/") if any(path.glob("*.py"))}


def is_named_after(stem: str, names: set[str]) -> bool:
    """`test_X` or `test_X_more`, with X a module or a package."""
    return any(stem == f"test_{name}" or stem.startswith(f"test_{name}_") for name in names)


@pytest.mark.parametrize("path", files_of_tests(), ids=lambda path: str(path.relative_to(TESTS)))
def test_a_test_file_is_named_after_its_module(path: Path) -> None:
    named = is_named_after(path.stem, names_at(path.parent))
    assert named != (str(path.relative_to(TESTS)) in NAMED_OTHERWISE), "name it after the module that it tests, or take it off the list"


def has_behaviour(module: Path) -> bool:
    """More than a few statements, with functions among them; imports and docstrings are none."""
    if module.name in DECLARATIONS or DECLARING_FOLDERS & set(module.relative_to(ROOT).parts):
        return False
    nodes = list(ast.walk(ast.parse(module.read_text())))
    words = [node for node in nodes if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    statements = sum(isinstance(node, ast.stmt) for node in nodes) - len(words) - len(imports)
    return statements > STATEMENTS and any(isinstance(node, ast.FunctionDef) for node in nodes)


def untested() -> set[str]:
    """Modules with behaviour that no test file is named after."""
    return {
        str(module.relative_to(ROOT))
        for root in FOLDERS.values()
        for module in modules(root)
        if has_behaviour(module) and not any(is_named_after(path.stem, {module.stem}) for path in place_of(module, root).glob("test_*.py"))
    }


def test_a_module_with_behaviour_has_a_test_file_of_its_name() -> None:
    assert untested() == set(), "write the tests that would fail when it broke"
