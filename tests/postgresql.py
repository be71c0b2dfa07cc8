"""Databases of a run on PostgreSQL: copies of one that is migrated once."""

import subprocess
import sys
from pathlib import Path

import psycopg
from django.conf import settings

from tests.populated import MANAGE, environment_of, made_once

MIGRATED = "gensvar_tests_migrated"


def is_used() -> bool:
    """Whether the tests run on PostgreSQL."""
    return bool(settings.DATABASES["default"]["ENGINE"].endswith("postgresql"))


def migrated(folder: Path) -> str:
    """The name of a database that all migrations have run on and nothing else. Copy it, don't change it."""
    made_once(folder / MIGRATED, _migrate)
    return MIGRATED


def new_database(name: str, template: str = "template1") -> str:
    """The address of a copy of the template, in place of what was there under that name."""
    database = settings.DATABASES["default"]
    options = {"host": database["HOST"], "port": database["PORT"], "user": database["USER"], "password": database["PASSWORD"]}
    with psycopg.connect(dbname="postgres", autocommit=True, **options) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    password = f":{database['PASSWORD']}" if database["PASSWORD"] else ""
    return f"postgres://{database['USER']}{password}@{database['HOST']}:{database['PORT']}/{name}"


def _migrate(note: Path) -> None:
    environment = environment_of(new_database(MIGRATED), note.parent)
    subprocess.run([sys.executable, MANAGE, "migrate", "-v0"], env=environment, check=True)
    note.touch()
