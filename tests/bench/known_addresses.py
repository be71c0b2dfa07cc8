"""Signing up and asking for a new password, with a known and with a fresh address: nobody can tell them apart by the time."""

import statistics
import time
from collections.abc import Iterator

from tests.bench.figures import Figure, report
from tests.bench.testbed import database

TRIES = 200
WARM_UP = 5
PASSWORD = "en-ganska-lang-fras-7"
FORMS = {"signup": {"password1": PASSWORD, "password2": PASSWORD}, "password/reset": {}}
HASHER = "django.contrib.auth.hashers.PBKDF2PasswordHasher"  # as in production; tests use a quick one


def measure() -> Iterator[Figure]:
    """The difference of the medians, for each form."""
    with database(PASSWORD_HASHERS=[HASHER]):
        from tests.factories import UserFactory

        UserFactory(email="astrid@example.org")
        for form, fields in FORMS.items():
            name = form.replace("/", "_")
            known, fresh = _medians(f"/konto/{form}/", fields)
            yield Figure(f"{name}_known_address", known * 1000, "ms")
            yield Figure(f"{name}_fresh_address", fresh * 1000, "ms")
            yield Figure(f"{name}_difference", abs(known - fresh) * 1000, "ms", "<20")


def _medians(address: str, fields: dict[str, str]) -> tuple[float, float]:
    """They take turns, so that whatever else the machine does falls on both alike."""
    known: list[float] = []
    fresh: list[float] = []
    for number in range(WARM_UP + TRIES):
        known.append(_time_of(address, {"email": "astrid@example.org", **fields}))
        fresh.append(_time_of(address, {"email": f"fresh{number}@example.org", **fields}))
    return statistics.median(known[WARM_UP:]), statistics.median(fresh[WARM_UP:])


def _time_of(address: str, fields: dict[str, str]) -> float:
    from django.core.cache import cache
    from django.test import Client

    cache.clear()  # the limits of the forms
    client = Client()
    began = time.perf_counter()
    answer = client.post(address, fields)
    seconds = time.perf_counter() - began
    if answer.status_code != 302:
        raise RuntimeError(f"{address} answers {answer.status_code}")
    return seconds


if __name__ == "__main__":
    report(measure())
