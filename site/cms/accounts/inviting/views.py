"""Where the link of an invitation leads: GET shows, only POST accepts."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cms.accounts.inviting.actions import InvitationRefused, accept_as_new, accept_with_account, account_of
from cms.accounts.inviting.forms import AcceptForm
from cms.accounts.inviting.links import invitation_behind
from cms.accounts.models import Invitation
from cms.people import signed_in

TEMPLATE = "cms/accounts/accept_invitation.html"
GONE = 410


def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Accept with the account one is signed in with, or with a new one."""
    row = invitation_behind(token)
    if row is None:
        return _void(request)
    if request.user.is_authenticated:
        return _with_account(request, token, row)
    return _log_in_first(request, row) if account_of(row) else _as_new(request, token, row)


def _with_account(request: HttpRequest, token: str, row: Invitation) -> HttpResponse:
    account = signed_in(request)
    if account.email != row.address:
        return _page(request, "other", row, status=403)
    if request.method != "POST":
        return _page(request, "account", row)
    try:
        accept_with_account(token, account)
    except InvitationRefused:
        return _void(request)
    messages.success(request, _("Welcome! Your roles are yours now."))
    return redirect("/admin/" if account.has_perm("wagtailadmin.access_admin") else "/")


def _log_in_first(request: HttpRequest, row: Invitation) -> HttpResponse:
    return _page(request, "log_in", row)


def _as_new(request: HttpRequest, token: str, row: Invitation) -> HttpResponse:
    form = AcceptForm(request.POST if request.method == "POST" else None, address=row.address)
    if not (form.is_bound and form.is_valid()):
        return _page(request, "new", row, form=form)
    said = form.cleaned_data
    try:
        accept_as_new(token, said["password1"], first_name=said["first_name"], last_name=said["last_name"], function=said["function"])
    except InvitationRefused:
        return _void(request)
    messages.success(request, _("Your account is ready. Log in with your address and the password you chose."))
    return redirect("account_login")


def _page(request: HttpRequest, what: str, row: Invitation, status: int = 200, **context: Any) -> HttpResponse:
    roles = [group.name for group in row.groups.order_by("name")]
    return render(request, TEMPLATE, {"what": what, "roles": roles, "address": row.address, **context}, status=status)


def _void(request: HttpRequest) -> HttpResponse:
    return render(request, TEMPLATE, {"what": "void"}, status=GONE)
