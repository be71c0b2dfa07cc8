"""Ways into the admin, which has no login of its own, and the page after a login beside a form."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
def admin_login(request: HttpRequest) -> HttpResponse:
    """Lead to the site's login and back. Whoever is signed in without a right to the admin is told so, not sent in circles."""
    target = _target(request)
    if not request.user.is_authenticated:
        return redirect(f"{reverse('account_login')}?{urlencode({'next': target})}")
    if request.user.has_perm("wagtailadmin.access_admin"):
        return redirect(target)
    return render(request, "403.html", status=403)


@never_cache
@login_required
@require_safe
def logged_in(request: HttpRequest) -> HttpResponse:
    """The page in the new tab in which somebody logged in again: the form waits in the other one."""
    return render(request, "cms/accounts/logged_in.html")


def _target(request: HttpRequest) -> str:
    target = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        return target
    return reverse("wagtailadmin_home")
