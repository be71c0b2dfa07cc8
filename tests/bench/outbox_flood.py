"""One outcome for 50,000 followers (FOLLOWERS), on PostgreSQL: rows, mails, a page meanwhile, and workers that are killed on the way."""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure, report, say
from tests.bench.private_postgres import database_url
from tests.bench.server import ROOT, free_port, production_settings, wait_for
from tests.bench.testbed import database

FOLLOWERS = int(os.environ.get("FOLLOWERS", "50000"))
WORKERS = 2
KILLS = 10
VISIT_EVERY = 0.2  # seconds between one visitor and the next
CALM = 20  # seconds in which the page is measured while nothing is sent
WITHIN = 600 * max(1, FOLLOWERS // 50_000)
BATCH = 5000
MANAGE = [sys.executable, "site/manage.py"]


def measure() -> Iterator[Figure]:
    """A calm site, the rows by a process of its own, then the mails, with visitors and kills."""
    with database(), tempfile.TemporaryDirectory() as folder:
        page = _dialogue_with_followers()
        environment, sink_port = _environment(Path(folder)), free_port()
        environment["EMAIL_URL"] = f"smtp://127.0.0.1:{sink_port}"
        _publish_outcome(page)
        with _sink(sink_port, Path(folder) / "mails") as mails, _web(environment) as address:
            calm = _visit_calmly(address + page.get_url())
            yield from _write_rows(environment)
            yield from _hand_over(environment, mails, calm)


def _dialogue_with_followers() -> Any:
    from cms import clock
    from cms.following.models import Follow, Follower, Pace
    from tests.factories import DialogueFactory

    page, now = DialogueFactory(closed=True), clock.now()
    for start in range(0, FOLLOWERS, BATCH):
        numbers = range(start, min(start + BATCH, FOLLOWERS))
        followers = Follower.objects.bulk_create(
            Follower(address=f"p{number}@example.org", confirmed_at=now, created_at=now) for number in numbers
        )
        Follow.objects.bulk_create(
            Follow(
                follower=follower,
                kind="participation.dialogue",
                object_id=page.pk,
                pace=Pace.AT_ONCE,
                confirmed_at=now,
                told_until=now,
                created_at=now,
            )
            for follower in followers
        )
    return page


def _publish_outcome(page: Any) -> None:
    """As an editor does, at a moment after everybody had begun to follow."""
    from tests.factories import OutcomeFactory

    outcome = OutcomeFactory(dialogue=page, draft=True)
    outcome.save_revision().publish()


def _visit_calmly(address: str) -> "Visitor":
    """What the page takes when nothing is sent: statistics and processes are as on a site that has run for a while."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    with Visitor(address):
        time.sleep(CALM / 4)
    calm = Visitor(address)
    with calm:
        time.sleep(CALM)
    return calm


def _write_rows(environment: dict[str, str]) -> Iterator[Figure]:
    """The worker that finds the news writes a row for each follower. Its start is counted, too."""
    from cms.following.fan_out import MAIL
    from cms.outbox.models import Job

    began = time.monotonic()
    process = subprocess.Popen([*MANAGE, "run_worker", "--once"], cwd=ROOT, env=environment)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    yield Figure("outbox_rows_written_in", time.monotonic() - began, "s", "<30")
    yield Figure("outbox_rows_written_within", usage.ru_maxrss / 1024, "MB", "<300")
    yield Figure("outbox_rows_written", Job.objects.filter(kind=MAIL).count(), "rows", f"={FOLLOWERS}")


def _hand_over(environment: dict[str, str], mails: "Mails", calm: "Visitor") -> Iterator[Figure]:
    from cms.outbox.models import Job

    busy = Visitor(calm.address)
    began = time.monotonic()
    with ExitStack() as stack, busy:
        workers = [_start_worker(environment) for _ in range(WORKERS)]
        stack.callback(lambda: _end(workers))
        kills = 0
        while (done := len(mails.seen())) < FOLLOWERS and time.monotonic() - began < WITHIN * 2:
            if kills < KILLS and done >= (kills + 1) * FOLLOWERS / (KILLS + 2):
                _kill_one(workers, kills, environment)
                kills += 1
            time.sleep(0.05)
        handed_over = time.monotonic() - began
    doubles = [count for count in mails.seen().values() if count > 1]
    yield Figure("mails_handed_over_in", handed_over, "s", f"<{WITHIN}")
    yield Figure("mails_per_second", FOLLOWERS / handed_over, "mails/s")
    yield Figure("workers_killed", kills, "kills", f"={KILLS}")
    yield Figure("people_missed", FOLLOWERS - len({recipient for recipient, _id in mails.seen()}), "people", "=0")
    yield Figure("mails_that_came_twice", sum(doubles) - len(doubles), "mails", f"<={KILLS}")
    yield Figure("mails_with_another_message_id", len(mails.seen()) - FOLLOWERS, "mails", "=0")
    yield Figure("jobs_failed", Job.objects.failed().count(), "jobs", "=0")
    yield Figure("dialogue_p95_normal", calm.p95 * 1000, "ms")
    yield Figure("dialogue_p95_while_sending", busy.p95 * 1000, "ms")
    yield Figure("dialogue_median_normal", statistics.median(calm.times) * 1000, "ms")
    yield Figure("dialogue_median_while_sending", statistics.median(busy.times) * 1000, "ms")
    yield Figure("dialogue_p95_ratio", busy.p95 / calm.p95, "ratio", "<2")
    yield Figure("dialogue_visits_failed", calm.failed + busy.failed, "visits", "=0")


class Mails:
    """What the sink has written down, read as it grows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = 0
        self._rest = ""
        self._seen: Counter[tuple[str, str]] = Counter()

    def seen(self) -> Counter[tuple[str, str]]:
        """How often each (recipient, Message-ID) came."""
        with self._path.open(encoding="ascii") as log:
            log.seek(self._read)
            new = self._rest + log.read()
            self._read = log.tell()
        *lines, self._rest = new.split("\n")
        self._seen.update(tuple(line.split()) for line in lines)  # type: ignore[misc]
        return self._seen


class Visitor(threading.Thread):
    """Opens a page again and again, while this lasts."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self._ends = threading.Event()
        self.times: list[float] = []
        self.failed = 0

    def run(self) -> None:
        while not self._ends.wait(VISIT_EVERY):
            began = time.monotonic()
            try:
                with urllib.request.urlopen(self.address, timeout=30) as answer:  # noqa: S310 - our own address
                    answer.read()
            except OSError:
                self.failed += 1
            self.times.append(time.monotonic() - began)

    def __enter__(self) -> "Visitor":
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._ends.set()
        self.join()

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.times, n=20)[-1]


def _start_worker(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*MANAGE, "run_worker"], cwd=ROOT, env=environment)


def _kill_one(workers: list[subprocess.Popen[bytes]], number: int, environment: dict[str, str]) -> None:
    """SIGKILL, and another one in its place, as a supervisor does."""
    place = number % WORKERS
    workers[place].kill()
    workers[place].wait()
    workers[place] = _start_worker(environment)


def _end(workers: list[subprocess.Popen[bytes]]) -> None:
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
    for worker in workers:
        worker.wait()


def _environment(folder: Path) -> dict[str, str]:
    """Production settings on the database of this measurement; pages are drawn anew for each visitor."""
    from django.db import connection

    known = connection.settings_dict
    port = free_port()
    return {
        **production_settings(folder, f"http://127.0.0.1:{port}"),
        "DATABASE_URL": f"postgres://{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}/{known['NAME']}",
        "GENSVAR_PAGE_CACHE_SECONDS": "0",
        "GENSVAR_LOG_LEVEL": "ERROR",
        "GENSVAR_FROM_EMAIL": "no-reply@example.org",
    }


@contextmanager
def _sink(port: int, path: Path) -> Iterator[Mails]:
    path.touch()
    with subprocess.Popen([sys.executable, "-m", "tests.bench.smtp_sink", str(port), str(path)], cwd=ROOT) as process:
        try:
            time.sleep(1)
            yield Mails(path)
        finally:
            process.terminate()


@contextmanager
def _web(environment: dict[str, str]) -> Iterator[str]:
    address = environment["BASE_URL"]
    subprocess.run([*MANAGE, "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    arguments = ["gunicorn", "cms.wsgi", "--preload", "--bind", address.removeprefix("http://"), "--workers", "2", "--log-level", "error"]
    with subprocess.Popen([sys.executable, "-m", *arguments], cwd=ROOT, env=environment) as process:
        try:
            wait_for(f"{address}/_/health/")
            yield address
        finally:
            process.terminate()


if __name__ == "__main__":
    with database_url() as address:
        if address is None:
            say("outbox_flood skipped: PostgreSQL is not installed (Debian's package postgresql)")
        else:
            os.environ["DATABASE_URL"] = address
            report(measure())
