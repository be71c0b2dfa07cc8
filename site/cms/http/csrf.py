"""Check a form's token where the view wants to answer itself, so that nothing written is lost."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.translation import gettext as _

from cms.http.opened_for import belongs_to_sender, sends_no_cookie


class _TokenCheck(CsrfViewMiddleware):
    """Django's check of the token, which here answers with its reason instead of a page.

    Logging in changes the token: a form that lay open in another tab meanwhile is known by its signature, if that is of this account.
    """

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason

    def _check_token(self, request: HttpRequest) -> None:
        if not belongs_to_sender(request):
            super()._check_token(request)  # type: ignore[misc]


class _TokenCheckWithoutOrigin(_TokenCheck):
    """The check of the token for pages that hide their address: from those a browser sends “Origin: null”."""

    def _origin_verified(self, request: HttpRequest) -> bool:
        return request.META["HTTP_ORIGIN"] == "null" or super()._origin_verified(request)  # type: ignore[misc]

    def _check_token(self, request: HttpRequest) -> None:
        CsrfViewMiddleware._check_token(self, request)  # type: ignore[attr-defined]


def token_problem(request: HttpRequest, *, hides_url: bool = False) -> str | None:
    """Why a POST does not come from one of our forms; None when it does. `hides_url`: the page says “no-referrer”."""
    check = _TokenCheckWithoutOrigin if hides_url else _TokenCheck
    return check(lambda _request: HttpResponse()).process_view(request, None, (), {})  # type: ignore[arg-type, return-value]


def token_words(request: HttpRequest) -> str:
    """What to say of a form whose token does not fit."""
    if sends_no_cookie(request):
        return _(
            "Your browser takes no cookies from this site, and without one a form cannot be sent. Allow cookies for this site in the "
            "browser's settings, and send it again. What you wrote is still here."
        )
    return _("The form had been open for too long. What you wrote is still here: send it again.")
