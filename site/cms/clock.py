"""The only clock of the site.

`now()` is the database's time, read once in a request, so that what a page says and what an
action allows never come from two machines' clocks. `read()` asks again: an action calls it after
it has its lock, since the time of receipt decides. Tests set it with `at(moment)`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

from django.db import connection
from django.utils import timezone

_request_time: ContextVar[datetime | None] = ContextVar("request_time", default=None)
_in_request: ContextVar[bool] = ContextVar("in_request", default=False)
_set_time: list[datetime] = []


def now() -> datetime:
    """The time, aware, in UTC; the same throughout one request."""
    if _set_time:
        return _set_time[-1]
    known = _request_time.get()
    if known is not None:
        return known
    moment = read()
    if _in_request.get():
        _request_time.set(moment)
    return moment


def today() -> date:
    """The day in the municipality's time zone (Europe/Stockholm)."""
    return timezone.localtime(now()).date()


def read() -> datetime:
    """The database's time at this instant."""
    if _set_time:
        return _set_time[-1]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT clock_timestamp()")
            return cursor.fetchone()[0].astimezone(UTC)
        cursor.execute("SELECT strftime('%Y-%m-%d %H:%M:%f', 'now')")
        return datetime.fromisoformat(cursor.fetchone()[0]).replace(tzinfo=UTC)


@contextmanager
def request() -> Iterator[None]:
    """Within it, `now()` asks the database once."""
    time_token, request_token = _request_time.set(None), _in_request.set(True)
    try:
        yield
    finally:
        _request_time.reset(time_token)
        _in_request.reset(request_token)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Set the clock, in every thread of the process (for tests and demo content)."""
    if moment.tzinfo is None:
        moment = timezone.make_aware(moment)
    _set_time.append(moment)
    try:
        yield
    finally:
        _set_time.remove(moment)
