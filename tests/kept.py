"""A database that is filled once for many tests: each undoes its own changes, and all is undone at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from django.utils import translation


@contextmanager
def kept_database(blocker: Any, folders: pytest.TempPathFactory) -> Iterator[None]:
    """For a fixture of more than one test: fill the database in here, then yield."""
    with blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=str(folders.getbasetemp() / "media")), translation.override(settings.LANGUAGE_CODE):
            yield
        transaction.set_rollback(True)
