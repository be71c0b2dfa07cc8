"""Migrations are complete, can be taken back, and take nothing away."""

import subprocess
import sys

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import DeleteModel, RemoveField

from tests import postgresql
from tests.populated import MANAGE, copy_of, environment_of, migrated_database, shared_folder

MIGRATE = [sys.executable, MANAGE, "migrate", "-v0"]
STEPS = (["participation", "zero"], ["knowledge_hub", "zero"], ["home", "zero"], [])
OURS = (
    "cms",
    "cms_accounts",
    "cms_organisation",
    "cms_media",
    "cms_following",
    "cms_outbox",
    "cms_search",
    "home",
    "participation",
    "knowledge_hub",
)


def our_migrations():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return [migration for (label, _name), migration in loader.disk_migrations.items() if label in OURS]


pytestmark = pytest.mark.django_db  # wagtail-localize's first migration asks the database while it is read


def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_nothing_is_taken_away():
    taken = [
        (m.app_label, m.name) for m in our_migrations() for operation in m.operations if isinstance(operation, DeleteModel | RemoveField)
    ]
    assert taken == []


def test_every_operation_can_be_taken_back():
    assert [(m.app_label, m.name) for m in our_migrations() for operation in m.operations if not operation.reversible] == []


@pytest.mark.whole_site
def test_the_plugins_tables_can_be_made_and_taken_back(tmp_path, tmp_path_factory):
    if postgresql.is_used():
        address = postgresql.new_database("gensvar_tests_taken_back", postgresql.migrated(shared_folder(tmp_path_factory)))
    else:
        address = f"sqlite:///{copy_of(migrated_database(), tmp_path / 'tables.sqlite3')}"
    for step in STEPS:
        subprocess.run([*MIGRATE, *step], env=environment_of(address, tmp_path), check=True, capture_output=True)
