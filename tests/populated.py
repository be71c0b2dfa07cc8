"""SQLite files that tests start from a copy of: a migrated one, and one that holds the demonstration.

Workers that run side by side share what one of them made.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
MANAGE = str(ROOT / "site" / "manage.py")
PACKAGES = ("site", "home", "participation", "knowledge_hub")
MIGRATED = "TESTS_MIGRATED"
SHARED = "TESTS_SHARED"


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run, the same for every worker; of several runs where the variable TESTS_SHARED names one."""
    if SHARED in os.environ:
        return Path(os.environ[SHARED])
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


def migrated_database() -> Path:
    """A file that all migrations have run on and nothing else, kept in the data folder until a migration or a library is new.

    A process of its own may be told whose file to take by the variable TESTS_MIGRATED. Copy it, don't change it.
    """
    if MIGRATED in os.environ:
        return Path(os.environ[MIGRATED])
    folder = Path(settings.VAR_DIR) / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    return made_once(folder / f"migrated-{_digest_of_migrations()}.sqlite3", _migrate)


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


def _migrate(draft: Path) -> None:
    for older in draft.parent.glob("migrated-*.sqlite3"):
        older.unlink(missing_ok=True)
    run_well(MANAGE, "migrate", "-v0", database=draft)


def _digest_of_migrations() -> str:
    """What our migrations say, and which libraries bring theirs."""
    content = hashlib.sha256()
    for path in (ROOT / "requirements" / "dev.txt", *_migrations()):
        content.update(path.name.encode() + path.read_bytes())
    return content.hexdigest()[:16]


def _migrations() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("migrations/*.py"))


def _populate(database: Path) -> None:
    copy_of(migrated_database(), database)
    for command in ("setup_site", "load_demo"):
        run_well(MANAGE, command, database=database)
