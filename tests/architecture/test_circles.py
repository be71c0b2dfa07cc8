"""No circle of files anywhere in the house, imports inside functions counted."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.test_arrows import FOLDERS, modules

PACKAGE = "__init__"


def name_of(path: Path, root: Path, package: str) -> str:
    """The dotted name of a module; a package's own file bears the package's name."""
    parts = [package, *path.relative_to(root).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == PACKAGE else parts)


def files() -> dict[str, Path]:
    """Every module of the house by its dotted name."""
    return {name_of(path, root, package): path for package, root in FOLDERS.items() for path in modules(root)}


def known_by(source: str, known: set[str]) -> Iterator[str]:
    """The modules of the house that a source imports, wherever in it; what is only for type checking counts too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                if whole in known or node.module in known:
                    yield whole if whole in known else node.module


def circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """The groups of two or more modules that reach each other (Tarjan's strongly connected components)."""
    found: list[list[str]] = []
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []

    def visit(name: str) -> None:
        order[name] = lowest[name] = len(order)
        stack.append(name)
        for other in arrows[name]:
            if other not in order:
                visit(other)
            if other in stack:
                lowest[name] = min(lowest[name], lowest[other])
        if lowest[name] == order[name]:
            group = stack[stack.index(name) :]
            del stack[stack.index(name) :]
            if len(group) > 1:
                found.append(sorted(group))

    for name in arrows:
        if name not in order:
            visit(name)
    return sorted(found)


def house() -> dict[str, set[str]]:
    """Who imports whom."""
    sources = {name: path.read_text() for name, path in files().items()}
    return {name: set(known_by(source, set(sources))) - {name} for name, source in sources.items()}


def test_no_circle_of_files():
    assert circles(house()) == []


def test_a_circle_put_back_is_seen():
    """A model that asks its own view for what it shows, even late and inside a function."""
    late = "def get_context(self):\n    from participation.dialogues.page_view import dialogue_context\n"
    arrows = house()
    arrows["participation.models.dialogue"] |= set(known_by(late, set(arrows)))
    assert any("participation.models.dialogue" in circle for circle in circles(arrows))


# Packages and modules of participation, the ground first: each knows only what stands on a lower floor.
FLOORS = (
    ("choices", "components", "contract", "signals"),
    ("registry",),
    ("deadline",),
    ("publication",),
    ("editing",),
    ("models",),
    ("activities", "events", "permissions"),
    ("dialogues",),
    ("commitments", "contributions", "search", "sharing"),
    ("votes",),
    ("bodies", "moderation", "places", "taking_part"),
    ("feedback",),
    ("dashboard", "promises"),
    ("demo", "news", "testing", "wagtail_hooks"),
    ("api",),
    ("methods",),
    ("receipts", "signal_handlers"),
    ("my_page",),
    ("site_sections", "urls"),
    ("apps",),
)
FLOOR_OF = {name: number for number, names in enumerate(FLOORS) for name in names}


def package_of(module: str) -> str:
    """The package (or module at the root) of participation that a module stands in."""
    return module.split(".")[1]


def test_every_package_of_participation_has_its_floor():
    packages = {package_of(module) for module in files() if module.startswith("participation.")}
    assert packages == set(FLOOR_OF)


def test_packages_of_participation_know_only_lower_floors():
    upwards = [
        f"{module} knows {known}"
        for module, others in house().items()
        for known in others
        if module.startswith("participation.") and known.startswith("participation.")
        if package_of(known) != package_of(module) and FLOOR_OF[package_of(known)] >= FLOOR_OF[package_of(module)]
    ]
    assert upwards == []
