"""Sessions of staff: whoever works in the admin is not signed out in the middle of it.

A session ends so long after its last writing (`SESSION_COOKIE_AGE`). Public pages never write it; the admin does,
now and then, while somebody works there. See docs/operations.md.
"""

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from cms import clock

BEGAN, EXTENDED = "staff_session_began", "staff_session_extended"
EXTEND_AFTER = timedelta(minutes=5)
LONGEST = timedelta(hours=24)
"""Nobody stays signed in longer, however much they work."""

# What a page asks by itself, with nobody at the desk.
UNATTENDED = ("/admin/session/", "/admin/editing-sessions/", "/admin/jsi18n/", "/admin/sprite/")

GetResponse = Callable[[HttpRequest], HttpResponse]


def extend_while_working(get_response: GetResponse) -> GetResponse:
    """Middleware: let the session of whoever works in the admin begin its life anew, at most once in some minutes."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/admin/") and not request.path_info.startswith(UNATTENDED):
            extend(request)
        return get_response(request)

    return middleware


def extend(request: HttpRequest) -> bool:
    """Begin the session's life anew where that is due; whether it did."""
    if not request.user.is_authenticated or not request.user.has_perm("wagtailadmin.access_admin"):
        return False
    session, now = request.session, clock.now().timestamp()
    began = session.get(BEGAN, now)
    is_due = now - session.get(EXTENDED, 0) >= EXTEND_AFTER.total_seconds()
    is_allowed = now + session.get_expiry_age() <= began + LONGEST.total_seconds()
    if is_due and is_allowed:
        session[BEGAN], session[EXTENDED] = began, now
    return is_due and is_allowed
