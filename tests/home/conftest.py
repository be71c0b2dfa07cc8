"""The start page of an installation."""

from typing import Any

import pytest

from home.models import HomePage


@pytest.fixture
def home(installed: Any) -> HomePage:
    return HomePage.objects.get(locale__language_code="sv")
