"""Check a form's token where the view wants to answer itself, so that nothing written is lost."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware


class _TokenCheck(CsrfViewMiddleware):
    """Django's check of the token, which here answers with its reason instead of a page."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


class _TokenCheckWithoutOrigin(_TokenCheck):
    """The check of the token for pages that hide their address: from those a browser sends “Origin: null”."""

    def _origin_verified(self, request: HttpRequest) -> bool:
        return request.META["HTTP_ORIGIN"] == "null" or super()._origin_verified(request)  # type: ignore[misc]


def token_problem(request: HttpRequest, *, hides_url: bool = False) -> str | None:
    """Why a POST does not come from one of our forms; None when it does. `hides_url`: the page says “no-referrer”."""
    check = _TokenCheckWithoutOrigin if hides_url else _TokenCheck
    return check(lambda _request: HttpResponse()).process_view(request, None, (), {})  # type: ignore[arg-type, return-value]
