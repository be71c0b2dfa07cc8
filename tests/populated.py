"""A database that holds the demonstration, filled once for all tests that start a site of their own on a copy of it.

Workers that run side by side share what one of them made.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MANAGE = str(ROOT / "site" / "manage.py")


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run, the same for every worker."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "installations"
    folder.mkdir(exist_ok=True)
    return folder


def made_once(target: Path, make: Callable[[Path], None]) -> Path:
    """A file that the first who asks makes; the others wait for it."""
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            draft = target.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            make(draft)
            draft.rename(target)
    return target


def populated_database(folder: Path) -> Path:
    """The demonstration in a SQLite file, with every plugin on. Copy it, don't change it."""
    return made_once(folder / "populated.sqlite3", _populate)


def copy_of(database: Path, target: Path) -> Path:
    """A database of one's own."""
    shutil.copyfile(database, target)
    return target


def environment_of(address: str, folder: Path, path: tuple[str, ...] = ()) -> dict[str, str]:
    """The variables of a process on a database of its own, which keeps its files in a folder; `path` stands first in PYTHONPATH."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GENSVAR_", "DJANGO_SETTINGS"))}
    return environment | {
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "GENSVAR_VAR_DIR": str(folder / "var"),
        "PYTHONPATH": os.pathsep.join([*path, str(ROOT / "site"), str(ROOT)]),
    }


def run(*command: str, database: Path, path: tuple[str, ...] = (), **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python on a database in a process of its own; `path` stands first in PYTHONPATH."""
    environment = environment_of(f"sqlite:///{database}", database.parent, path) | variables
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def run_well(*command: str, database: Path, path: tuple[str, ...] = (), **variables: str) -> str:
    """Run Python on a database and return what it printed; a failure shows what went wrong."""
    done = run(*command, database=database, path=path, **variables)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def _populate(database: Path) -> None:
    for command in ("migrate", "setup_site", "load_demo"):
        run_well(MANAGE, command, database=database)
