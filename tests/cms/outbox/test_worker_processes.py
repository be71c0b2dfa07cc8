"""Workers as processes of their own, on PostgreSQL, with a mail server that they send to."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from cms.accounts.mails import ACCOUNT_MAIL
from cms.outbox.actions import enqueue_many
from cms.outbox.models import Job
from tests.cms.outbox.sink import mail_server

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).resolve().parents[3]
LETTERS = 30
WITHIN = 60  # seconds, of a machine that does other things too


@contextmanager
def worker(port: int) -> Iterator[subprocess.Popen]:
    """A worker on this test's database, sending to this port."""
    known = connection.settings_dict
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
        "DATABASE_URL": f"postgres://{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}/{known['NAME']}",
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "BASE_URL": "http://testserver",
        "GENSVAR_OUTBOX_LEASE": "3",
        "GENSVAR_LOG_LEVEL": "ERROR",
    }
    process = subprocess.Popen([sys.executable, str(ROOT / "site" / "manage.py"), "run_worker"], env=environment)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(WITHIN)


def write_letters() -> set[tuple[str, str]]:
    """So many letters in the outbox; for each its recipient and Message-ID."""
    rows = (({"to": f"p{n}@example.org", "subject": "Hej", "words": "Hej", "language": "sv"}, None) for n in range(LETTERS))
    assert enqueue_many(ACCOUNT_MAIL, rows) == LETTERS
    return {(job.payload["to"], f"<{job.key}@testserver>") for job in Job.objects.filter(kind=ACCOUNT_MAIL)}


def wait_until_all_is_done() -> None:
    until = time.monotonic() + WITHIN
    letters = Job.objects.waiting().filter(kind=ACCOUNT_MAIL)
    while letters.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert not letters.exists()


def test_nobody_is_missed_when_a_worker_is_killed(site_tree):
    written = write_letters()
    with mail_server() as (sink, port):
        sink.answer_data = lambda address: time.sleep(0.02) or "250 OK"
        with worker(port) as first:
            for _ in range(10):
                assert sink.came.acquire(timeout=WITHIN)
            first.kill()
            first.wait(WITHIN)
        with worker(port):
            wait_until_all_is_done()
    assert set(sink.ids) == written
    assert sum(sink.ids.values()) - LETTERS <= 1  # at most the one that was under way


def test_two_workers_share_the_work(site_tree):
    written = write_letters()
    with mail_server() as (sink, port):
        sink.answer_data = lambda address: time.sleep(0.02) or "250 OK"
        with worker(port), worker(port):
            wait_until_all_is_done()
    assert set(sink.ids) == written
    assert set(sink.ids.values()) == {1}
    assert set(Job.objects.filter(kind=ACCOUNT_MAIL).values_list("state", "attempts")) == {("done", 1)}
