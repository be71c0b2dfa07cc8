"""A POST to the admin from somebody who is not let in: what it held is shown and can be sent again, it is not lost in a redirect to the login."""

import json
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from cms.accounts.second_factor import ask_for_second_factor

ADMIN = "/admin/"
SIGNED_OUT, NO_ACCESS, UNPROVEN, OLD_TOKEN = "signed_out", "no_access", "second_factor", "old_token"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of a field)
OPENED = "opened_rows"  # what `cms.admin.opened_rows` writes into forms
OPENED_NEW = "opened_new"  # what `cms.admin.created_pages` does
SECRETS = ("password", "passwd", "client_secret")
SILENT = (TOKEN, OPENED, OPENED_NEW, "next")
NOT_WORDS = (
    "-TOTAL_FORMS",
    "-INITIAL_FORMS",
    "-MIN_NUM_FORMS",
    "-MAX_NUM_FORMS",
    "-ORDER",
    "-DELETE",
    "-id",
    "-type",
    "-order",
    "-deleted",
)


def keep(request: HttpRequest) -> HttpResponse | None:
    """The answer to a POST of somebody who is not let in; None for whoever is, and where nothing was written."""
    reason = _reason(request) if request.method == "POST" else ""
    if not reason or not (is_program(request) or _holds_something(request)):
        return None
    return kept(request, reason)


def _reason(request: HttpRequest) -> str:
    if not request.user.is_authenticated:
        return SIGNED_OUT
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return NO_ACCESS
    return UNPROVEN if ask_for_second_factor(request) is not None else ""


def is_program(request: HttpRequest) -> bool:
    """Whether a script of the page asks, which reads no page: Wagtail's autosave, its dialogues, its uploads."""
    return not request.accepts("text/html") or request.headers.get("X-Requested-With") == "XMLHttpRequest"


def kept(request: HttpRequest, reason: str) -> HttpResponse:
    """The page that holds everything that was sent; for scripts the reason as JSON."""
    with translation.override(_language(request)):
        if is_program(request):
            words = str(_heading(reason))
            status = 401 if reason == SIGNED_OUT else 403
            return _uncached(JsonResponse({"success": False, "error_code": reason, "error_message": words}, status=status))
        return _uncached(render(request, "cms/admin/kept_post.html", _context(request, reason), status=409))


def refuse_token(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form of the admin whose token is of an earlier login; None unless one of our own pages sent it."""
    if not request.path_info.startswith(ADMIN) or not _is_from_here(request):
        return None
    reason = _reason(request) or OLD_TOKEN
    return kept(request, reason) if is_program(request) or _holds_something(request) else None


def _uncached(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, no_store=True, private=True)
    return response


def _language(request: HttpRequest) -> str:
    """The language of the admin: the account's, else the browser's."""
    profile = getattr(request.user, "wagtail_userprofile", None)
    return (profile.get_preferred_language() if profile else "") or translation.get_language_from_request(request)


def _is_from_here(request: HttpRequest) -> bool:
    """Whether one of our own pages sent it: a stranger's page shall not fill in a form that somebody then sends."""
    origin = request.headers.get("Origin") or request.headers.get("Referer")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    return site in ("same-origin", "none") and (not origin or urlsplit(origin).netloc == request.get_host())


def _context(request: HttpRequest, reason: str) -> dict[str, Any]:
    fields = _fields(request)
    return {
        "heading": _heading(reason),
        "fields": fields,
        "texts": [(name, words) for name, value in fields if (words := words_of(name, value))],
        "files": [file.name for _name, files in request.FILES.lists() for file in files],
        "has_secrets": any(_is_secret(name) and value for name, value in _posted(request)),
        "sign_in_url": _sign_in_url(reason),
        "action_url": request.get_full_path(),
    }


def _sign_in_url(reason: str) -> str:
    """Where to prove who one is; it leads to a page that says: go back to the other tab."""
    proven = reverse("admin_signed_in")
    return {OLD_TOKEN: "", NO_ACCESS: f"{reverse('account_logout')}?{urlencode({'next': proven})}"}.get(reason, proven)


def _heading(reason: str) -> str:
    return {
        SIGNED_OUT: _("You are logged out; the text is still here"),
        NO_ACCESS: _("Your account may not do this; the text is still here"),
        UNPROVEN: _("Your second step is missing; the text is still here"),
        OLD_TOKEN: _("You have logged in since the form was opened; the text is still here"),
    }[reason]


def _posted(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, values in request.POST.lists() for value in values]


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    """What is sent again: everything but the token and what nobody shall read on a screen."""
    return [(name, value) for name, value in _posted(request) if name != TOKEN and not _is_secret(name)]


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in SECRETS)


def _holds_something(request: HttpRequest) -> bool:
    return bool(request.FILES) or any(value.strip() for name, value in _posted(request) if name not in SILENT)


def words_of(name: str, value: str) -> str:
    """What a person wrote into a field, for reading and copying; empty for numbers, keys and the form's own bookkeeping."""
    if name.startswith("action-") or name in SILENT or name.endswith(NOT_WORDS):
        return ""
    try:
        read = json.loads(value)
    except ValueError:
        return value if any(sign.isalpha() for sign in value) and value != "on" else ""
    if not isinstance(read, dict):
        return read if isinstance(read, str) else ""
    return "\n".join(block["text"] for block in read.get("blocks") or () if isinstance(block, dict) and block.get("text"))
