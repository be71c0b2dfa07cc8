"""A new dialogue is proposed to begin on a Monday."""

from datetime import date

import pytest

from participation.dialogues.admin.forms import first_monday

pytestmark = pytest.mark.django_db


def test_first_monday() -> None:
    assert first_monday(date(2026, 3, 23)) == date(2026, 3, 23)
    assert first_monday(date(2026, 3, 24)) == date(2026, 3, 30)
