"""A site to measure: Django with a database of its own, and requests straight through the WSGI handler."""

import gzip
import logging
import statistics
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import django


@contextmanager
def database(**overrides: Any) -> Iterator[None]:
    """Django set up, with an empty test database (that of DATABASE_URL, else SQLite in memory) and the site's tree."""
    django.setup()
    from django.test.utils import override_settings, setup_databases, teardown_databases

    logging.disable(logging.WARNING)
    warnings.filterwarnings("ignore", message="No directory at")
    with override_settings(ALLOWED_HOSTS=["*"], **overrides):
        made = setup_databases(verbosity=0, interactive=False)
        try:
            from cms.setup import setup_site

            setup_site()
            yield
        finally:
            teardown_databases(made, verbosity=0)


def handler() -> Callable[[str], bytes]:
    """A function that gets an address as an anonymous visitor's browser does, and returns the page; anything but 200 is an error."""
    from django.core.handlers.wsgi import WSGIHandler

    application = WSGIHandler()

    def get(address: str) -> bytes:
        answer: list[str] = []
        body = b"".join(application(environ_of(address), lambda status, headers, info=None: answer.append(status)))
        if not answer[0].startswith("200"):
            raise RuntimeError(f"{address} answers {answer[0]}")
        return body

    return get


def plain(body: bytes) -> bytes:
    """A page as it was before it was compressed."""
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body


def environ_of(address: str) -> dict[str, Any]:
    """The WSGI environment of a plain GET."""
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address.split("?")[0],
        "QUERY_STRING": address.partition("?")[2],
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.version": (1, 0),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def medians(calls: Sequence[Callable[[], Any]], rounds: int, warm_up: int = 5) -> list[float]:
    """The median seconds of each call; they take turns, so that whatever else the machine does falls on all alike."""
    for call in calls:
        for _ in range(warm_up):
            call()
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, own in zip(calls, times, strict=True):
            started = time.perf_counter()
            call()
            own.append(time.perf_counter() - started)
    return [statistics.median(own) for own in times]


def count_queries(call: Callable[[], Any]) -> int:
    """The number of queries of a call; what a process asks only once is asked before."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    call()
    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)
