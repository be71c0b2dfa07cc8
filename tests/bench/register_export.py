"""100,000 contributions as a file, in each kind: how much memory it takes above what the process had, and how long."""

import ctypes
import gc
import re
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.bench.content import texts
from tests.bench.figures import Figure, report
from tests.bench.testbed import database

ROWS = 100_000
THEMES = 20
STORED_AT_ONCE = 2000
PEAK, CLEAR = re.compile(r"VmHWM:\s+(\d+) kB"), "5"


def measure() -> Iterator[Figure]:
    """Ask for the file as a moderator does, and read it to its end."""
    with database():
        register_of(ROWS)
        client, url = moderator(), export_url()
        for kind in ("xlsx", "csv", "jsonl"):
            fetch(client, url, kind, most=1)  # what a process loads only once
            forget_peak()
            before, started = peak_memory(), time.perf_counter()
            size = fetch(client, url, kind)
            yield Figure(f"export_100000_{kind}_memory_above_start", (peak_memory() - before) / 1024, "MB", "<=150")
            yield Figure(f"export_100000_{kind}_time", time.perf_counter() - started, "s")
            yield Figure(f"export_100000_{kind}_size", size / 1024 / 1024, "MB")


def register_of(number: int) -> None:
    """A dialogue with so many contributions, every other one in a theme."""
    from cms import clock
    from participation.models import Contribution, ThemeContribution
    from tests.factories import DialogueFactory, ThemeFactory

    page, words, at = DialogueFactory(closed=True), texts(), clock.now()
    themes = [ThemeFactory(dialogue=page, title=f"Tema {place}") for place in range(THEMES)]
    for first in range(0, number, STORED_AT_ONCE):
        rows = Contribution.objects.bulk_create(_contribution(page, next(words), at, first + place) for place in range(STORED_AT_ONCE))
        ThemeContribution.objects.bulk_create(
            ThemeContribution(theme=themes[row.pk % THEMES], contribution=row, sorted_at=at) for row in rows[::2]
        )


def _contribution(page: Any, text: str, at: Any, number: int) -> Any:
    from participation.models import Contribution

    received = at - timedelta(days=9) + timedelta(seconds=number)
    return Contribution(dialogue=page, method="comments", text=text, author_name=f"Boende {number}", received_at=received)


def moderator() -> Any:
    """A browser of somebody who reads everything."""
    from django.test import Client

    from tests.factories import UserFactory
    from tests.signing_in import sign_in

    return sign_in(Client(), UserFactory(admin=True))


def export_url() -> str:
    from django.urls import reverse

    return reverse("participation_contributions:export")


def fetch(client: Any, url: str, kind: str, most: int | None = None) -> int:
    """Read the file piece by piece, and keep none; `most` stops early. Returns the bytes read."""
    response = client.post(url, {"format": kind, "purpose": "Mätning"})
    size = 0
    for number, piece in enumerate(response.streaming_content, 1):
        size += len(piece)
        if number == most:
            break
    response.close()
    return size


def forget_peak() -> None:
    """Give back what is free, and let the process's peak begin at what it then has (Linux)."""
    gc.collect()
    ctypes.CDLL("libc.so.6").malloc_trim(0)
    Path("/proc/self/clear_refs").write_text(CLEAR)


def peak_memory() -> int:
    """The most that the process has had, in KiB."""
    found = PEAK.search(Path("/proc/self/status").read_text())
    return int(found[1]) if found else 0


if __name__ == "__main__":
    report(measure())
