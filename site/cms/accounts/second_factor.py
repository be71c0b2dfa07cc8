"""The second factor: whoever works in the admin signs in with more than a password.

allauth asks for it at the login of an account that has one. This module asks the rest: an account that may
enter the admin and has none yet, or a session in which none was used, reaches no page of the admin.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.http.asking_again import WayOn, kept
from cms.http.opened_for import is_public, opened_of
from cms.people import Person

METHOD = "mfa"
Kind = Authenticator.Type


def needs_second_factor(person: Person) -> bool:
    """Whoever may enter the admin: its members' rights are worth more than a password."""
    return settings.GENSVAR_REQUIRE_SECOND_FACTOR and person.is_authenticated and person.has_perm("wagtailadmin.access_admin")


def used_second_factor(request: HttpRequest) -> bool:
    """Whether this session proved a second factor."""
    records: list[dict[str, Any]] = get_authentication_records(request, request.user)
    return any(record.get("method") == METHOD for record in records)


def has_second_factor(person: Person, *kinds: str) -> bool:
    """Whether an account has one set up; recovery codes alone are none."""
    return Authenticator.objects.filter(user=person, type__in=kinds or (Kind.TOTP, Kind.WEBAUTHN)).exists()


def ask_for_second_factor(request: HttpRequest) -> HttpResponse | None:
    """The redirect to the second factor for a request to the admin that lacks it; None where nothing is lacking."""
    if not needs_second_factor(request.user) or used_second_factor(request):
        return None
    return _ask(request) if has_second_factor(request.user) else redirect("mfa_index")


def _ask(request: HttpRequest) -> HttpResponse:
    name = "mfa_reauthenticate" if has_second_factor(request.user, Kind.TOTP) else "mfa_reauthenticate_webauthn"
    target = (
        request.get_full_path()
        if request.method in ("GET", "HEAD")
        else reverse("wagtailadmin_home" if needs_second_factor(request.user) else "mfa_index")
    )
    return redirect(f"{reverse(name)}?{urlencode({'next': target})}")


def ask_before_changes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: outside the admin too, whoever may enter it changes nothing (answers nobody officially) before that.

    And an account that has a factor changes it with that factor only: a password is not enough to add another one.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        own_pages = request.path.startswith(reverse("account_login").removesuffix("login/"))
        if own_pages:
            ask = _ask(request) if _is_about_the_factor(request) and _lacks_proof(request) else None
        else:
            asks_itself = request.path_info.startswith("/admin/")  # and keeps what was written: cms.admin.atomic_posts
            ask = ask_for_second_factor(request) if request.method == "POST" and not asks_itself else None
        return _kept(request, ask) or ask or get_response(request)

    return middleware


def _kept(request: HttpRequest, ask: HttpResponse | None) -> HttpResponse | None:
    """What was written in a form on a public page, which is not to be lost on the way to the second factor."""
    if ask is None or not is_public(request) or opened_of(request) is None:
        return None
    text = _("Your account may enter the administration, so it changes nothing before you have shown your second factor. Nothing was sent.")
    url = f"{ask['Location'].split('?')[0]}?{urlencode({'next': reverse('logged_in')})}"
    return kept(request, WayOn(_("Your second factor is needed"), text, url, _("Show it in a new tab")), 409)


def _is_about_the_factor(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("mfa_index")) and not request.path.endswith("authenticate/")


def _lacks_proof(request: HttpRequest) -> bool:
    return request.user.is_authenticated and has_second_factor(request.user) and not used_second_factor(request)


def remember_new_factor(request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Let the session go on with both factors: setting up the second one proved it."""
    if authenticator.type in (Kind.TOTP, Kind.WEBAUTHN):
        record_authentication(request, user, METHOD, id=authenticator.pk, type=authenticator.type)
