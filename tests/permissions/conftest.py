"""One populated database for each module: it is filled once, and each test's own changes are rolled back."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.template.base import Template

from tests.kept import kept_database
from tests.permissions.world import World, build_world


@pytest.fixture(autouse=True)
def _thousands_of_refusals_in_silence() -> Iterator[None]:
    """Each would be logged with its traceback."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


DRAWN_AS_FOR_PEOPLE = Template._render


@pytest.fixture(autouse=True)
def _thousands_of_pages_without_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django's test client would keep a copy of the context of every template and included template."""
    monkeypatch.setattr(Template, "_render", DRAWN_AS_FOR_PEOPLE)


@pytest.fixture(scope="module")
def world(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Both administrations, until the module is done."""
    with kept_database(django_db_blocker, tmp_path_factory):
        yield build_world()
