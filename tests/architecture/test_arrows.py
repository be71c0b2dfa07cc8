"""Who may know whom (docs/plugins.md): read from the source, so that a late import inside a function counts too."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from wagtail.models import Page

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = sorted(path.parent.name for path in ROOT.glob("*/apps.py"))
FOLDERS = {"cms": ROOT / "site" / "cms", **{name: ROOT / name for name in PLUGINS}}
METHODS = sorted(path.name for path in (ROOT / "participation" / "methods").iterdir() if (path / "method.py").exists())
# Views, feeds and lists that people see; a bare queryset there would show what is not theirs.
SEEN_BY_PEOPLE = ("views.py", "_views.py", "feeds.py", "listing.py", "home_sections.py")


def modules(folder: Path) -> Iterator[Path]:
    """The Python modules below a folder, migrations left out."""
    return (path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


def imported_by(path: Path) -> set[str]:
    """Dotted names that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def knows(path: Path, package: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for name in imported_by(path))


@pytest.mark.parametrize("package", PLUGINS)
def test_the_host_knows_no_plugin(package):
    assert [str(path) for path in modules(FOLDERS["cms"]) if knows(path, package)] == []


@pytest.mark.parametrize(("plugin", "other"), [(a, b) for a in PLUGINS for b in PLUGINS if a != b])
def test_plugins_do_not_know_each_other(plugin, other):
    assert [str(path) for path in modules(FOLDERS[plugin]) if knows(path, other)] == []


@pytest.mark.parametrize("method", METHODS)
def test_nobody_knows_a_method(method):
    package = f"participation.methods.{method}"
    own = ROOT / "participation" / "methods" / method
    strangers = [path for folder in FOLDERS.values() for path in modules(folder) if own not in path.parents and knows(path, package)]
    assert [str(path) for path in strangers] == []


METHOD_FOLDERS = {
    **{name: (ROOT / "participation" / "methods" / name, f"participation.methods.{name}") for name in METHODS},
    "petition": (ROOT / "tests" / "outside_method" / "petition" / "gensvar_petition", "gensvar_petition"),
}


@pytest.mark.parametrize("method", METHOD_FOLDERS)
def test_a_method_knows_nothing_of_participation_but_its_api(method):
    folder, package = METHOD_FOLDERS[method]
    known = ("participation.api", package)
    strange = {
        f"{path.relative_to(folder)}: {name}"
        for path in modules(folder)
        for name in imported_by(path)
        if name.split(".")[0] == "participation" and not any(name == part or name.startswith(f"{part}.") for part in known)
    }
    assert strange == set()


def test_no_wagtail_public():
    """`.public()` knows no person; cms.visibility.visible_to does."""
    found = [str(path) for folder in FOLDERS.values() for path in modules(folder) if ".public()" in code_of(path)]
    assert found == []


def test_what_people_see_goes_through_visible_to():
    """In views, feeds and lists every queryset of pages is asked who looks."""
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in FOLDERS.values()
        for path in modules(folder)
        if path.name.endswith(SEEN_BY_PEOPLE) and "admin" not in path.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
        and node.attr == "objects"
        and isinstance(node.value, ast.Name)
        and node.value.id.endswith("Page")
        if "visible_to" not in path.read_text() and "permission" not in path.read_text()
    ]
    assert bare == []


def test_every_page_type_states_its_parents():
    silent = [
        model.__name__
        for model in apps.get_models()
        if issubclass(model, Page)
        and model is not Page
        and "parent_page_types" not in vars(model)
        and not any("clean_parent_page_models" in vars(base) for base in model.__mro__ if base.__module__.startswith("cms."))
    ]
    assert silent == []


def test_site_is_no_package():
    """A package called “site” would break Python's own module."""
    assert not (ROOT / "site" / "__init__.py").exists()


def code_of(path: Path) -> str:
    """The module without its comments and docstrings."""
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)
