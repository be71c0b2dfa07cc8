"""Find the participant behind a request: the account's, else the browser's.

The browser's is known by a signed, HttpOnly cookie with 128 random bits that the first POST sets;
the database holds only its digest.
"""

import hashlib
import secrets

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from cms import clock
from cms.accounts.models import Participant

COOKIE = "gensvar_participant"
# That this browser has taken part, and nothing else: read by scripts, so that pages kept for everybody load what is one's own only there.
HINT = "gensvar_took_part"
COOKIE_SALT = "gensvar.participant"
COOKIE_AGE = 60 * 60 * 24 * 365 * 2


def find_participant(request: HttpRequest) -> Participant | None:
    """The participant of a request, or None for somebody who has not taken part yet."""
    if request.user.is_authenticated:
        return Participant.objects.filter(user=request.user).first()
    token = request.get_signed_cookie(COOKIE, default=None, salt=COOKIE_SALT)
    return Participant.objects.filter(browser_digest=_digest(token)).first() if token else None


def ensure_participant(request: HttpRequest, form_key: object = None) -> Participant:
    """The participant of a request, made now if need be; `remember` then sets the cookie.

    A first form that is sent twice at once carries no cookie either time: its random `form_key` makes
    both of them the same participant.
    """
    known = find_participant(request)
    if known is not None:
        return known
    if request.user.is_authenticated:
        return _create_or_get(user=request.user)
    token = _token_of(form_key) if form_key else secrets.token_hex(16)
    request.new_participant_token = token  # type: ignore[attr-defined]
    return _create_or_get(browser_digest=_digest(token))


def remember(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Set the cookie of a participant that this request made."""
    token = getattr(request, "new_participant_token", None)
    if token:
        response.set_signed_cookie(
            COOKIE,
            token,
            salt=COOKIE_SALT,
            max_age=COOKIE_AGE,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    if HINT not in request.COOKIES and (token or COOKIE in request.COOKIES):
        response.set_cookie(HINT, "1", max_age=COOKIE_AGE, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response


def find_browser(request: HttpRequest) -> Participant | None:
    """The participant of this browser itself, also when somebody is signed in: who wrote here before."""
    token = request.get_signed_cookie(COOKIE, default=None, salt=COOKIE_SALT)
    return Participant.objects.filter(browser_digest=_digest(token), user=None).first() if token else None


def forget(response: HttpResponse) -> HttpResponse:
    """Let the browser forget its participant."""
    response.delete_cookie(COOKIE, samesite="Lax")
    response.delete_cookie(HINT, samesite="Lax")
    return response


def _create_or_get(**identity: object) -> Participant:
    try:
        with transaction.atomic():
            return Participant.objects.create(created_at=clock.now(), **identity)
    except IntegrityError:  # two requests of one person at the same instant
        return Participant.objects.get(**identity)


def _token_of(form_key: object) -> str:
    return salted_hmac(COOKIE_SALT, str(form_key), algorithm="sha256").hexdigest()[:32]


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
