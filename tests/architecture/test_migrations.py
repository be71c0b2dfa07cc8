"""Migrations are complete, can be taken back, and take nothing away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import DeleteModel, RemoveField

ROOT = Path(__file__).resolve().parents[2]
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
def test_the_plugins_tables_can_be_made_and_taken_back(tmp_path):
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'tables.sqlite3'}", "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    manage = [sys.executable, str(ROOT / "site" / "manage.py"), "migrate", "-v0"]
    for step in ([], ["participation", "zero"], ["knowledge_hub", "zero"], ["home", "zero"], []):
        subprocess.run([*manage, *step], env=environment, check=True, capture_output=True)
