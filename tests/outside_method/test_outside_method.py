"""A participation method as a stranger would write it: built, installed beside the site, and found by its entry point."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.populated import MANAGE, copy_of, made_once, populated_database, run_well, shared_folder

SOURCE = Path(__file__).parent / "petition"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared_folder(tmp_path_factory)


def pip(*arguments: str) -> None:
    """Run pip, which asks no package index for anything."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def install(folder: Path) -> Path:
    """Build the wheel from a copy of the source, and install it into a folder of its own."""
    source, wheels, target = folder / "petition-source", folder / "petition-wheel", folder / "petition-installed"
    shutil.copytree(SOURCE, source, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    pip("wheel", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", str(wheels), str(source))
    pip("install", "--no-deps", "--no-index", "--target", str(target), "--upgrade", *map(str, wheels.glob("*.whl")))
    return target


@pytest.fixture(scope="session")
def found(folder: Path) -> dict[str, Any]:
    """What taking part through the installed method found."""

    def visit(result: Path) -> None:
        database = copy_of(populated_database(folder), folder / "with-petition.sqlite3")
        path = (str(install(folder)),)
        run_well(MANAGE, "migrate", "--verbosity", "0", database=database, path=path)
        result.write_text(run_well("-m", "tests.outside_method.visit", database=database, path=path))

    return json.loads(made_once(folder / "with-petition.json", visit).read_text())  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def found_without(folder: Path) -> dict[str, Any]:
    """The same where the package is not on the path."""

    def visit(result: Path) -> None:
        database = copy_of(populated_database(folder), folder / "without-petition.sqlite3")
        result.write_text(run_well("-m", "tests.outside_method.visit", database=database))

    return json.loads(made_once(folder / "without-petition.json", visit).read_text())  # type: ignore[no-any-return]


def test_django_is_content_and_no_migration_is_missing(found):
    assert found["check"] == ""
    assert found["migrations"] == ""


def test_the_host_finds_the_method_and_offers_its_right_to_phases(found):
    assert "petition" in found["methods"]
    assert "petition.sign" in found["rights"]


def test_its_page_below_an_open_dialogue_answers_and_leads_to_its_form(found):
    assert found["page"] == {"status": 200, "leads_to_the_form": True, "may_sign": True}


def test_the_dialogue_leads_to_it(found):
    assert found["dialogue_leads_to_it"]


def test_what_is_given_gets_a_receipt_that_anybody_with_the_code_reads(found):
    assert found["receipt"]["address"].startswith("/kvitto/")
    assert found["receipt"]["status"] == 200
    assert found["receipt"]["shows"]
    assert found["found_by_code"] == {"status": 200, "shows": True}
    assert found["on_the_page"]


def test_its_right_closes_with_the_phase(found):
    assert found["closed"] == {"page": 200, "leads_to_the_form": False, "may_sign": False, "form": 200, "sent": 409}


def test_it_is_in_no_other_installation(found_without):
    assert "petition" not in found_without["methods"]
    assert "petition.sign" not in found_without["rights"]
    assert found_without["migrations"] == ""
