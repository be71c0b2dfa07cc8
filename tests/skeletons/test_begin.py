"""`make new-plugin` and `make new-method` write skeletons whose tests pass at once; a bad name writes nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.populated import MIGRATED, migrated_database

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("site", "home", "participation", "knowledge_hub", "tests", "skeletons", "Makefile", "pyproject.toml")
# Of this run, and of its services: the copy has its own.
SHED = ("PYTEST", "COV", "CI", "ELASTICSEARCH", "REDIS")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the tree, to write into."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path


def run(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command in the copy, with the copy's code and this Python."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(SHED)}
    environment |= {"PYTHONPATH": f"{house / 'site'}{os.pathsep}{house}", "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    environment |= {"GENSVAR_VAR_DIR": str(house / "var"), "DATABASE_URL": f"sqlite:///{house / 'site.sqlite3'}"}
    environment[MIGRATED] = str(migrated_database())
    return subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)


def begin(house: Path, kind: str, name: str) -> subprocess.CompletedProcess[str]:
    return run(house, sys.executable, "skeletons/begin.py", kind, name)


@pytest.mark.whole_site
@pytest.mark.parametrize(
    ("kind", "name", "tests"),
    [("plugin", "surveys", "tests/surveys"), ("method", "night_walk", "tests/participation/methods/night_walk")],
)
def test_its_tests_pass_at_once(house: Path, kind: str, name: str, tests: str) -> None:
    assert begin(house, kind, name).returncode == 0
    told = run(house, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests)
    assert told.returncode == 0, told.stdout + told.stderr
    missing = run(house, sys.executable, "site/manage.py", "makemigrations", "--check", "--dry-run")
    assert missing.returncode == 0, missing.stdout + missing.stderr
    clean = run(house, sys.executable, "-m", "ruff", "check", "site", *(str(path) for path in house.rglob(f"*{name}*") if path.is_dir()))
    assert clean.returncode == 0, clean.stdout


@pytest.mark.parametrize(
    ("kind", "name", "says"),
    [
        ("plugin", "Surveys", "is no name"),
        ("plugin", "2surveys", "is no name"),
        ("method", "a" * 31, "is no name"),
        ("plugin", "home", "is there already"),
        ("method", "comments", "is there already"),
        ("page", "surveys", "no skeleton"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_written(house: Path, kind: str, name: str, says: str) -> None:
    before = (house / "site/cms/settings/base.py").read_text()
    told = begin(house, kind, name)
    assert (told.returncode, says in told.stderr) == (2, True), told.stderr
    assert (house / "site/cms/settings/base.py").read_text() == before


def test_without_a_name_it_says_how(house: Path) -> None:
    told = run(house, sys.executable, "skeletons/begin.py", "method")
    assert told.returncode == 2
    assert "make new-method name=night_walk" in told.stderr
