"""Who is signed in to the admin, asked by its pages while somebody writes; and where a new tab ends when its only purpose was to sign in."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.accounts.second_factor import ask_for_second_factor


@require_safe
@never_cache
def session_state(request: HttpRequest) -> JsonResponse:
    """The account that works here now, null for nobody, and the token that its forms need.

    Signing in makes a new token, so a page that was open before asks for it instead of losing what was written in it.
    """
    user = request.user
    works_here = user.has_perm("wagtailadmin.access_admin") and ask_for_second_factor(request) is None
    person = {"person": str(user.pk), "name": str(user)} if works_here else {"person": None, "name": ""}
    return JsonResponse(person | {"token": get_token(request)})


@require_safe
@never_cache
def signed_in(request: HttpRequest) -> HttpResponse:
    """The end of a tab that was opened to sign in: the text waits in the other one."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return render(request, "403.html", status=403)
    return ask_for_second_factor(request) or render(request, "cms/accounts/logged_in.html", {"is_admin": True})
