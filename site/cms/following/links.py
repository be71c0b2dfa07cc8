"""Signed links: each opens one thing for whoever got it by mail. They hold numbers, never an address.

What is forged, or was made for something else, is not found (404); what was valid once is gone (410).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import override

from cms import clock
from cms.following.models import REQUEST_LIVES, AddressRequest, Follower

PAGE, CONFIRM, LEAVE, UNDO = "following.page", "following.confirm", "following.leave", "following.undo"
UNDO_LIVES = timedelta(days=1)


class LinkRefused(Exception):
    """A link opens nothing; `status` says whether it ever did."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


@dataclass(frozen=True)
class Matter:
    """What a mail was about, and so what leaving by its link ends: a follow, a pace of letters, or mails about one's own."""

    FOLLOW = "follow"
    PACE = "pace"
    OWN = "own"

    what: str
    name: str = ""
    number: int = 0


def page_link(follower: Follower) -> str:
    """The page that shows and changes everything somebody follows."""
    return _signed_url("following:page", PAGE, [follower.pk, follower.link_version], follower.language)


def confirm_link(request: AddressRequest) -> str:
    """The page with one button that confirms a request."""
    return _signed_url("following:confirm", CONFIRM, [request.pk], request.language)


def leave_link(follower: Follower, matter: Matter) -> str:
    """What leaves by one POST (RFC 8058). It works for as long as somebody keeps the mail."""
    return _signed_url("following:leave", LEAVE, [follower.pk, matter.what, matter.name, matter.number], follower.language)


def follower_of_page(token: str) -> Follower:
    """Whose page a link opens. Raises LinkRefused."""
    number, version = _opened(PAGE, token, 2)
    follower = Follower.objects.select_related("user").filter(pk=number).first()
    if follower is None or follower.link_version != version or (follower.user is not None and not follower.user.is_active):
        raise LinkRefused(410)
    return follower


def request_of(token: str) -> AddressRequest:
    """The request that a link confirms, for 14 days. Raises LinkRefused."""
    (number,) = _opened(CONFIRM, token, 1)
    request = AddressRequest.objects.filter(pk=number).first()
    if request is None or request.created_at < clock.now() - REQUEST_LIVES:
        raise LinkRefused(410)
    return request


def leaving_of(token: str) -> tuple[Follower, Matter]:
    """Who leaves what. Raises LinkRefused."""
    number, what, name, thing = _opened(LEAVE, token, 4)
    follower = Follower.objects.select_related("user").filter(pk=number).first()
    if follower is None:
        raise LinkRefused(410)
    return follower, Matter(what, name, thing)


def undo_token(follower: Follower, left: Any) -> str:
    """What was left just now, so that the page can offer it again for a day."""
    return Signer(salt=UNDO).sign_object([follower.pk, left, clock.now().isoformat()])


def undone(token: str, follower: Follower) -> Any:
    """What this follower left. Raises LinkRefused."""
    number, left, at = _opened(UNDO, token, 3)
    if number != follower.pk:
        raise LinkRefused(404)
    if datetime.fromisoformat(at) < clock.now() - UNDO_LIVES:
        raise LinkRefused(410)
    return left


def _signed_url(name: str, salt: str, holds: list[Any], language: str) -> str:
    with override(language):
        return reverse(name, args=[Signer(salt=salt).sign_object(holds)])


def _opened(salt: str, token: str, length: int) -> list[Any]:
    try:
        holds = Signer(salt=salt).unsign_object(token)
    except (BadSignature, ValueError) as error:
        raise LinkRefused(404) from error
    if not isinstance(holds, list) or len(holds) != length:
        raise LinkRefused(404)
    return holds
