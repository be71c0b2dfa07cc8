"""A form is asked again when it is sent by somebody else than it was opened for, or when what it is about is gone.

Nothing is done and nothing is lost: the answer (409) says what happened and holds everything that was written, with the ways on.
One rule for every form outside the admin; a view states what differs:

* `asks_for_whom = False`: who is signed in makes no difference, such as where the address is the key;
* `may_change_sender = True`: it may be sent as who is there now;
* `form_class`: how its fields are shown again;
* `kept_words(request)`: what was chosen, in words, where the form class alone does not know them: a list of labels and words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cms.http.csrf import token_words
from cms.http.kept_form import KeptForm
from cms.http.opened_for import (
    FIELD,
    NOBODY,
    NOW_FIELD,
    UNREADABLE,
    Gone,
    Opened,
    account_of,
    field_value,
    is_public,
    opened_of,
    value_for_now,
)
from cms.http.public_forms import ids_in_part

# Views of allauth and Wagtail for which it makes no difference who is signed in: why.
FOR_ANYBODY = {
    "account_login": "it is what signs in",
    "account_logout": "it signs out whoever is there",
    "account_confirm_email": "the link of the mail is the key",
    "account_confirm_login_code": "it ends a login that has begun",
    "account_reset_password": "it writes to an address",
    "account_reset_password_from_key": "the link of the mail is the key",
    "mfa_authenticate": "it ends a login that has begun",
    "wagtailcore_login": "it is what signs in",
    "wagtailcore_authenticate_with_password": "the password of the page is the key",
}


@dataclass(frozen=True)
class WayOn:
    """What happened, in words, and what can be done about it."""

    title: str
    text: str | Promise
    link: str = ""
    link_label: str = ""
    may_send: bool = True
    send_as: str = ""
    may_open_again: bool = False


class AskAgain:
    """Middleware: stands inside the login, and asks before any view does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Ask again where somebody else sends the form."""
        return asked_again(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Keep what was written about something that is gone; only its form proves that there was something."""
        opened = opened_of(request) if isinstance(exception, Http404) and request.method == "POST" and is_public(request) else None
        if opened is None:
            return None
        if opened.proves(request):
            return kept(request, _gone(exception.words if isinstance(exception, Gone) else ""), 409)
        return kept(request, _nothing_here(), 404)


def asked_again(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form that was opened for somebody else; None where nothing has changed, or it makes no difference."""
    if request.method != "POST" or not is_public(request):
        return None
    opened = opened_of(request)
    if opened is None or not _asks_for_whom(request) or opened.is_for(request):
        return None
    return kept(request, _somebody_else(request, opened), 409)


def asked_for_office(request: HttpRequest, office: int, *, is_claimed: bool = False) -> HttpResponse | None:
    """The answer to a form that was opened for somebody's office, which they have no more; or that claims one, sent by nobody."""
    opened = opened_of(request)
    if is_claimed and account_of(request) == NOBODY:
        return kept(request, _logged_out(""), 409)
    if opened is None or opened.office in (0, office):
        return None
    text = _("The form was opened by you as somebody who answers for the administration, and that has changed since. Nothing was sent.")
    return kept(request, WayOn(_("You do not answer for the administration any more"), text, may_send=False), 409)


def kept(request: HttpRequest, way_on: WayOn, status: int) -> HttpResponse:
    """A page, or for htmx a part of one, with what happened and all that was written; kept by no cache."""
    form_class = getattr(_view(request), "form_class", None)
    is_part = request.headers.get("HX-Request") == "true"
    context: dict[str, Any] = {
        "way_on": way_on,
        "form": KeptForm(request.POST, form_class=form_class, auto_id=ids_in_part(request.path) if is_part else "id_%s"),
        "chosen": getattr(_view(request), "kept_words", lambda _request: [])(request),
        "action": request.get_full_path(),
        "opened_for": _still_opened_for(request),
        "now_field": NOW_FIELD,
        "now": value_for_now(request),
        "is_part": is_part,
    }
    template = "cms/asking_again/part.html" if is_part else "cms/asking_again/page.html"
    response = render(request, template, context, status=status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def old_form(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form without a valid token: asked again, or kept to be sent once more; None for one that is not ours."""
    if not is_public(request) or (opened := opened_of(request)) is None or opened.account == UNREADABLE:
        return None
    return asked_again(request) or kept(request, WayOn(_("The form has to be sent once more"), token_words(request)), 403)


def login_in_new_tab() -> str:
    """Where somebody logs in beside the form: the page after it says to go back."""
    return f"{reverse('account_login')}?{urlencode({'next': reverse('logged_in')})}"


def _somebody_else(request: HttpRequest, opened: Opened) -> WayOn:
    """What happened between drawing and sending."""
    if opened.account == UNREADABLE:
        return WayOn(_("The form has to be sent once more"), _("It could not be read for whom it was opened. Nothing was sent."))
    may_change = bool(getattr(_view(request), "may_change_sender", False)) and not opened.office
    account = account_of(request)
    if account == NOBODY:
        return _logged_out(_("Send without an account") if may_change else "")
    send_as = _("Send as %(account)s") % {"account": request.user} if may_change else ""
    if opened.account == NOBODY:
        text = _("The form was opened without an account, and you have logged in since. Nothing was sent.")
        return WayOn(
            _("You are logged in now"), text, reverse("account_logout"), _("Log out in a new tab"), send_as=send_as, may_open_again=True
        )
    text = _("The form was opened with another account than the one that is logged in now. Nothing was sent.")
    return WayOn(
        _("Another account is logged in"),
        text,
        reverse("account_logout"),
        _("Change the account in a new tab"),
        send_as=send_as,
        may_open_again=True,
    )


def _logged_out(send_as: str) -> WayOn:
    text = _("The form was opened by somebody who was logged in, and the login has ended since. Nothing was sent.")
    return WayOn(_("You are logged out"), text, login_in_new_tab(), _("Log in in a new tab"), send_as=send_as)


def _gone(words: str | Promise) -> WayOn:
    text = words or _("It was shown when you opened the form, and has been taken down since, or is shown to others only.")
    return WayOn(_("What this was about is no longer here"), text, may_send=False)


def _nothing_here() -> WayOn:
    return WayOn(
        _("There is nothing here to send this to"), _("It may have been taken down, or it is shown to others only."), may_send=False
    )


def _view(request: HttpRequest) -> Any:
    """The class of the view, or the function."""
    view = request.resolver_match.func if request.resolver_match else None
    return getattr(view, "view_class", view)


def _asks_for_whom(request: HttpRequest) -> bool:
    name = request.resolver_match.url_name if request.resolver_match else None
    return name not in FOR_ANYBODY and getattr(_view(request), "asks_for_whom", True)


def _still_opened_for(request: HttpRequest) -> str:
    """What the form goes on saying: after a new login it can be sent as it was meant."""
    opened, value = opened_of(request), request.POST.get(FIELD, "")
    return value if opened is not None and opened.account != UNREADABLE and value else field_value(request)
