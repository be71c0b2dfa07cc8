"""Comments posted to one dialogue with 10,000 comments, 8 at a time for two minutes, on PostgreSQL with two web workers.

A browser opens the form, sends 25 comments, and makes way for a fresh one; every fourth comment is a reply. A view that does
nothing is measured before and after, on the same server and by the same hands. DURATION shortens the two minutes.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import django

from tests.bench.figures import Figure, report, say
from tests.bench.private_postgres import database_url
from tests.bench.server import ROOT, free_port, gunicorn, production_settings
from tests.bench.storm_client import Browser, at_once

HANDS = 8
WORKERS = 2
DURATION = float(os.environ.get("DURATION", "120"))
TRIVIAL_SECONDS = max(DURATION / 12, 2)
THREADS, REPLIES = 1000, 9
REPLY_EACH = 4
COMMENTS_OF_A_BROWSER = 25
FOUND, REFUSED = 302, 409
DATABASE = "gensvar_comment_storm"
MANY = "100000000/60"


@dataclass(frozen=True)
class Post:
    """What a browser knows of a comment that it sent."""

    status: int
    code: str
    seconds: float


def measure() -> Iterator[Figure]:
    """Requests a second of both, what was stored, and what was counted."""
    page, roots = _dialogue()
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, gunicorn(_environment(Path(folder), port), port, workers=WORKERS):
        writers = [Hand(port, number, page.pk, roots) for number in range(HANDS)]
        before = _trivial(port)
        posts, seconds = at_once(HANDS, DURATION, lambda hand, _number: writers[hand].post())
        after = _trivial(port)
    received = [post for post in posts if post.status == FOUND]
    trivial, rate = (before + after) / 2, len(received) / seconds
    times = sorted(post.seconds for post in posts)
    yield Figure("storm_trivial_view", trivial, "requests/s")
    yield Figure("storm_comments_received", len(received), "comments", ">=1")
    yield Figure("storm_comments", rate, "comments/s")
    yield Figure("storm_comments_vs_trivial_view", 100 * rate / trivial, "%", ">=1.6")
    yield Figure("storm_post_p50", 1000 * times[len(times) // 2], "ms")
    yield Figure("storm_post_p95", 1000 * times[int(len(times) * 0.95)], "ms", "<500")
    yield Figure("storm_answers_that_were_errors", sum(post.status not in (FOUND, REFUSED) for post in posts), "answers", "=0")
    yield from _stored(page, [post.code for post in received])


def _stored(page: Any, codes: list[str]) -> Iterator[Figure]:
    """What the database holds, against what browsers were told."""
    from django.db.models import Count, F, Q

    from cms.text.receipt_codes import read_code
    from participation.models import Contribution

    known = {read_code(code) for code in codes}
    new = Contribution.objects.filter(dialogue=page, idempotency_key__isnull=False)
    stored = set(new.values_list("receipt_code", flat=True))
    yield Figure("storm_comments_acknowledged_and_missing", len(known - stored), "comments", "=0")
    yield Figure("storm_comments_double", new.count() - new.values("text").distinct().count(), "comments", "=0")
    yield Figure("storm_comments_stored_but_not_acknowledged", len(stored - known), "comments", "=0")
    replies = Count("thread", filter=Q(thread__state="published"))
    wrong = Contribution.objects.filter(dialogue=page).annotate(counted=replies).exclude(counted=F("reply_count"))
    yield Figure("storm_counters_wrong", wrong.count(), "counters", "=0")


class Hand:
    """One of those who write: a browser that opened the form, sends comments, and is followed by another browser."""

    def __init__(self, port: int, number: int, page: int, roots: list[int]) -> None:
        self.port, self.number, self.page, self.roots, self.sent = port, number, page, roots, 0
        self.browser, self.fields = Browser(port), {}

    def post(self) -> Post:
        """Send one comment; the time is that of its answer."""
        if self.sent % COMMENTS_OF_A_BROWSER == 0:
            self.browser = Browser(self.port)
            self.fields = self.browser.form(f"/_/comments/{self.page}/new/")
        self.sent += 1
        text = f"Synpunkt {self.sent} från {self.number}: sänk farten vid skolan."
        fields = self.fields | {"key": str(uuid4()), "author_name": f"Boende {self.number}", "text": text}
        started = time.perf_counter()
        answer = self.browser.post(self._path(), fields)
        return Post(answer.status, answer.location.partition("/kvitto/")[2].partition("/")[0], time.perf_counter() - started)

    def _path(self) -> str:
        if self.sent % REPLY_EACH:
            return f"/_/comments/{self.page}/new/"
        return f"/_/comments/{self.roots[(self.sent * HANDS + self.number) % len(self.roots)]}/reply/"


def _trivial(port: int) -> float:
    answers, seconds = at_once(HANDS, TRIVIAL_SECONDS, lambda hand, number: Browser(port).get("/_/trivial/").status)
    if set(answers) != {200}:
        raise RuntimeError(f"The trivial view answers {set(answers)}.")
    return len(answers) / seconds


def _dialogue() -> tuple[Any, list[int]]:
    """A dialogue with 10,000 comments, and the firsts of its threads."""
    from participation.models import Contribution
    from tests.bench.content import dialogue_with

    page = dialogue_with(threads=THREADS, replies=REPLIES)
    return page, list(Contribution.objects.filter(dialogue=page, thread_root=None).values_list("pk", flat=True))


def _environment(folder: Path, port: int) -> dict[str, str]:
    return production_settings(folder, f"http://127.0.0.1:{port}") | {
        "DJANGO_SETTINGS_MODULE": "tests.bench.storm_settings",
        "DATABASE_URL": os.environ["DATABASE_URL"],
        "GENSVAR_STATIC_ROOT": os.environ["GENSVAR_STATIC_ROOT"],
        "GENSVAR_LIMIT_CONTRIBUTE": MANY,
        "GENSVAR_LIMIT_CONTRIBUTE_ADDRESS": MANY,
    }


@contextmanager
def _prepared(address: str) -> Iterator[None]:
    """A database of its own with the site's tree, gone afterwards; this process speaks with it too."""
    import psycopg

    parts = urlsplit(address)
    server = {"host": parts.hostname, "port": parts.port, "user": parts.username, "password": parts.password}
    with tempfile.TemporaryDirectory() as folder, psycopg.connect(dbname="postgres", autocommit=True, **server) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
        connection.execute(f"CREATE DATABASE {DATABASE}")
        os.environ |= {"DATABASE_URL": parts._replace(path=f"/{DATABASE}").geturl(), "GENSVAR_STATIC_ROOT": folder}
        try:
            _manage(Path(folder), ["migrate", "-v0"], ["setup_site"], ["collectstatic", "--noinput", "-v0"])
            django.setup()
            yield
        finally:
            _let_go()
            connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")


def _manage(folder: Path, *commands: list[str]) -> None:
    environment = _environment(folder, 0)
    for command in commands:
        arguments = [sys.executable, "site/manage.py", *command]
        subprocess.run(arguments, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def _let_go() -> None:
    from django.db import connections

    connections.close_all()


if __name__ == "__main__":
    with database_url() as address:
        if address is None:
            say("comment_storm skipped: PostgreSQL is not installed (Debian's package postgresql)")
        else:
            with _prepared(address):
                report(measure())
