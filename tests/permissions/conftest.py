"""One populated database for each module: it is filled once, and each test's own changes are rolled back."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from tests.permissions.world import World, build_world


@pytest.fixture(autouse=True)
def _thousands_of_refusals_in_silence() -> Iterator[None]:
    """Each would be logged with its traceback."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def world(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Both administrations, until the module is done."""
    media = str(tmp_path_factory.getbasetemp() / "media")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=media), translation.override(django_settings.LANGUAGE_CODE):
            built = build_world()
        yield built
        transaction.set_rollback(True)
