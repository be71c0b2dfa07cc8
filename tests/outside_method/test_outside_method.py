"""A participation method as a stranger would write it: built, installed beside the site, and found by its entry point."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.populated import MANAGE, copy_of, made_once, populated_database, run, run_well, shared_folder

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
    """What taking part found where the package is not on the path."""

    def visit(result: Path) -> None:
        database = copy_of(populated_database(folder), folder / "without-petition.sqlite3")
        result.write_text(run_well("-m", "tests.outside_method.visit", database=database))

    return json.loads(made_once(folder / "without-petition.json", visit).read_text())  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def suite(folder: Path) -> dict[str, str]:
    """What the contract's suite says of the installed petition, and of one that forgets its promises: each test with its outcome."""

    def run_suite(result: Path) -> None:
        tests = folder / "petition-tests"
        shutil.copytree(SOURCE / "tests", tests, dirs_exist_ok=True)
        (tests / "pytest.ini").write_text("[pytest]\n")
        command = (
            "-m",
            "pytest",
            "-q",
            "-rA",
            "--tb=no",
            "--no-migrations",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:randomly",
            f"--rootdir={tests}",
        )
        done = run(*command, "-c", str(tests / "pytest.ini"), str(tests), database=folder / "suite.sqlite3", path=(str(install(folder)),))
        found = re.findall(r"^(PASSED|FAILED|ERROR) \S*?test_petition\.py::(\S+)", done.stdout, flags=re.MULTILINE)
        assert found, done.stdout + done.stderr
        result.write_text(json.dumps({name: outcome for outcome, name in found}))

    return json.loads(made_once(folder / "petition-suite.json", run_suite).read_text())  # type: ignore[no-any-return]


def test_the_contracts_suite_ships_and_passes_for_it(suite):
    own = {name: outcome for name, outcome in suite.items() if not name.startswith("TestForgetful")}
    assert len(own) > 18
    assert set(own.values()) == {"PASSED"}


def test_the_contracts_suite_fails_for_a_method_that_forgets_its_promises(suite):
    failed = {name.split("::test_")[1] for name, outcome in suite.items() if outcome != "PASSED"}
    assert failed == {
        "it_states_what_people_read_in_words_that_can_be_translated",
        "a_contribution_through_it_can_be_found_in_its_place",
        "a_page_that_misses_something_is_not_published",
        "it_counts_nothing_where_nothing_was_given_and_keeps_what_was",
    }


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


def test_who_signs_is_told_what_becomes_of_it(found):
    assert found["tells"] == {"offered": True, "contacts": ["undertecknare@example.org"], "letters": 1}


def test_its_page_is_found_followed_commented_on_and_described(found):
    assert found["declared"] == {"found": True, "follows": True, "comments": True, "described": True}


def test_its_form_is_asked_again_when_the_session_has_ended(found):
    assert found["asked_again"] == {"status": 409, "kept": True, "stored": 0}


def test_the_gate_asks_it(found):
    assert "Say to whom the petition is addressed." in found["gate"]


def test_its_right_closes_with_the_phase(found):
    assert found["closed"] == {"page": 200, "leads_to_the_form": False, "may_sign": False, "form": 200, "sent": 409}


def test_it_is_in_no_other_installation(found_without):
    assert "petition" not in found_without["methods"]
    assert "petition.sign" not in found_without["rights"]
    assert found_without["migrations"] == ""
