"""The demonstration, loaded once for all tests of this folder; each test undoes what it changes."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from tests.kept import kept_database


@pytest.fixture(scope="package")
def demo_output(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What `load_demo` prints."""
    with kept_database(django_db_blocker, tmp_path_factory):
        out = StringIO()
        call_command("load_demo", stdout=out)
        yield out.getvalue()


@pytest.fixture
def demo(demo_output: str, db: None) -> str:
    """The loaded demonstration."""
    return demo_output
