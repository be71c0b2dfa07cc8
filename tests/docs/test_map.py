"""docs/map.md leads somewhere (tests/docs/test_names.py asks for the files), from every row, and knows every package."""

import pytest

from tests.docs.reading import ROOT, SPAN, table_rows
from tests.docs.test_names import FILE

MAP = ROOT / "docs" / "map.md"
ROWS = [cells for cells in table_rows(MAP) if len(cells) == 2]
CHANGES = ROWS[[cells[0] for cells in ROWS].index("what") + 1 :]
# Words, files and tables of all of them.
NO_PACKAGES = {"__pycache__", "locale", "management", "migrations", "static", "templates"}


@pytest.mark.parametrize("cells", [cells for cells in CHANGES if not cells[0].startswith("**")], ids=lambda cells: cells[0])
def test_every_change_leads_to_a_file(cells: list[str]) -> None:
    named = SPAN.findall(cells[1])
    assert any(FILE.match(name) for name in named) or any("/" in name for name in named)


def test_it_answers_what_newcomers_ask() -> None:
    assert len(CHANGES) > 40
    assert len({cells[0] for cells in CHANGES}) == len(CHANGES)


@pytest.mark.parametrize("package", ["participation", "site/cms"])
def test_every_package_is_named(package: str) -> None:
    found = {path.name for path in (ROOT / package).iterdir() if path.is_dir()} - NO_PACKAGES
    assert found - {name for cells in ROWS for name in SPAN.findall(cells[0])} == set()
