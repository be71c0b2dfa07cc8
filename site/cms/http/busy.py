"""The answer when a page broke at our end: 503 where the database was only too busy, 500 else; what was written is shown again."""

import sys

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException, UnreadablePostError
from django.template.loader import render_to_string

# A statement or a wait for a lock that took too long, a deadlock, two writers of one row, a server that is full, starts or stops
# (PostgreSQL, appendix A).
BUSY_STATES = frozenset({"57014", "55P03", "40P01", "40001", "53300", "57P01", "57P03"})
RETRY_SECONDS = 30
SECRET_FIELDS = ("password", "csrf", "token", "code")


def is_busy(error: BaseException | None) -> bool:
    """Whether an error says that the database could not answer in time, and not that the question was wrong."""
    while error is not None:
        if isinstance(error, DatabaseError) and str(error) == "database is locked":  # SQLite
            return True
        if getattr(error, "sqlstate", None) in BUSY_STATES:
            return True
        error = error.__cause__
    return False


def server_error(request: HttpRequest) -> HttpResponse:
    """The page of an error that nobody caught, drawn without the database."""
    busy = is_busy(sys.exc_info()[1])
    html = render_to_string("503.html" if busy else "500.html", {"written": _written(request)})
    response = HttpResponse(html, status=503 if busy else 500)
    if busy:
        response["Retry-After"] = str(RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def _written(request: HttpRequest) -> list[str]:
    """Prose of the form that was sent: values of more than a word, no secrets."""
    try:
        posted = request.POST
    except (RawPostDataException, UnreadablePostError):
        return []
    return [
        value
        for name, values in posted.lists()
        if not any(secret in name.lower() for secret in SECRET_FIELDS)
        for value in map(str, values)
        if len(value.split()) > 1
    ]
