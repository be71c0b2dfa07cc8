"""Views of the host: the front without `home`, errors and health."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from cms import clock
from cms.admin import kept_posts
from cms.http.asking_again import old_form
from cms.http.opened_for import sends_no_cookie
from cms.outbox.overview import is_missing, worker_seen_at


def health(request: HttpRequest) -> JsonResponse:
    """200 while the process serves and the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    response = JsonResponse({"status": "ok"})
    patch_cache_control(response, no_store=True)
    return response


def worker_health(request: HttpRequest) -> JsonResponse:
    """200 while a worker shows itself, 503 when none has for ten minutes: for whoever watches the installation."""
    is_late = is_missing(worker_seen_at(), clock.now())
    response = JsonResponse({"status": "no worker" if is_late else "ok"}, status=503 if is_late else 200)
    patch_cache_control(response, no_store=True)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form without a valid token: it says what to do, not what a token is, and keeps what was written."""
    kept = kept_posts.refuse_token(request) or old_form(request)
    return kept or render(request, "403_csrf.html", {"takes_no_cookies": sends_no_cookie(request)}, status=403)
