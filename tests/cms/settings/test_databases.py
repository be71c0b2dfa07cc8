"""What the product needs of its database it asks for itself, on a server as it comes."""

import pytest
from django.db import connection

from cms.settings.databases import ask_of


def options_of(statement_seconds: int, **given: str) -> str:
    database = {"ENGINE": "django.db.backends.postgresql", "OPTIONS": given}
    return str(ask_of(database, statement_seconds)["OPTIONS"]["options"])


def test_every_wait_of_a_page_is_bounded() -> None:
    assert options_of(20) == "-c jit=off -c statement_timeout=20s -c lock_timeout=10s"


def test_a_short_limit_bounds_locks_too() -> None:
    assert "lock_timeout=5s" in options_of(5)


def test_work_that_nobody_waits_for_is_not_bounded() -> None:
    assert "statement_timeout=0s -c lock_timeout=0s" in options_of(0)


def test_options_of_the_installation_are_kept() -> None:
    assert options_of(20, options="-c search_path=gensvar").startswith("-c search_path=gensvar -c jit=off")


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.parametrize(("name", "value"), [("jit", "off"), ("statement_timeout", "20s"), ("lock_timeout", "10s")])
def test_the_server_does_as_it_is_asked(name: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        assert cursor.fetchone() == (value,)
