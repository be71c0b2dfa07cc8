"""The site that journeys start from: its files in a folder, its database beside, with the demo's content.

`python -m tests.journeys.preparing` makes it before the tests begin, in the folder that TESTS_SHARED names.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests import postgresql
from tests.populated import SHARED, made_once

ROOT = Path(__file__).resolve().parents[2]
JOURNEYS = "journeys"
PREPARED = "gensvar_journeys_prepared"


def manage(environment: dict[str, str], *command: str) -> None:
    """Run a command of the running site."""
    subprocess.run([sys.executable, str(ROOT / "site" / "manage.py"), *command], env=environment, check=True, stdout=subprocess.DEVNULL)


def fill(folder: Path) -> None:
    """Make the folder, with the site's files in it and its database beside."""
    folder.mkdir()
    template = postgresql.migrated(folder.parent) if postgresql.is_used() else ""
    environment = environment_at(folder, PREPARED, "http://localhost", template)
    for command in (["migrate", "-v0"], ["setup_site"], ["load_demo"], ["rebuild_search", "-v0"], ["collectstatic", "--noinput", "-v0"]):
        manage(environment, *command)


def environment_at(folder: Path, name: str, address: str, template: str) -> dict[str, str]:
    """The environment of a site that keeps its files in a folder."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
        "DATABASE_URL": _database(folder, name, template),
        "ELASTICSEARCH_URL": "",
        "REDIS_URL": os.environ.get("GENSVAR_JOURNEYS_REDIS_URL", ""),
        "GENSVAR_VAR_DIR": str(folder),
        "GENSVAR_LIMIT_CONTRIBUTE": "1000/600",
        "DEBUG": "0",
        "BASE_URL": address,
    }


def _database(folder: Path, name: str, template: str) -> str:
    """The address of a database: a file in the folder, or on PostgreSQL a new copy of the template."""
    return postgresql.new_database(name, template) if postgresql.is_used() else f"sqlite:///{folder / 'journeys.sqlite3'}"


if __name__ == "__main__":
    made_once(Path(os.environ[SHARED]) / JOURNEYS, fill)
