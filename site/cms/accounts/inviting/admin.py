"""Invitations in the admin: a list of those that wait, a form, and two buttons on each."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import LogActionRegistry

from cms import clock
from cms.accounts.inviting import actions
from cms.accounts.inviting.forms import InviteForm
from cms.accounts.models import Invitation
from cms.organisation.roles import is_coordinator
from cms.people import signed_in

LIST = "cms_invitations"


class InvitationsView(WagtailAdminTemplateMixin, TemplateView):
    """Who has been invited and not answered yet; GET lists, POST does one thing and comes back."""

    template_name = "cms/accounts/admin/invitations.html"
    page_title = gettext_lazy("Invitations")
    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_coordinator(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or InviteForm(inviter=signed_in(self.request))
        rows = Invitation.objects.waiting().select_related("invited_by").prefetch_related("groups")
        return super().get_context_data(form=form, invitations=rows, now=clock.now(), days=actions.GOOD_FOR.days, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = InviteForm(request.POST, inviter=signed_in(request))
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        said = form.cleaned_data
        try:
            actions.invite(said["address"], said["groups"], signed_in(request), said["administration"])
        except actions.InvitationRefused as refusal:
            form.add_error("address", str(refusal))
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(request, _("The invitation is on its way to %(address)s.") % {"address": said["address"]})
        return redirect(LIST)


class ChangeInvitationView(InvitationsView):
    """Renew or withdraw one of them."""

    http_method_names = ["post"]
    verb = ""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:  # type: ignore[override]
        row = get_object_or_404(Invitation.objects.waiting(), pk=pk)
        if self.verb == "renew":
            actions.renew(row, signed_in(request))
            messages.success(request, _("The invitation is sent again. Its old link no longer works."))
        else:
            actions.withdraw(row, signed_in(request))
            messages.success(request, _("The invitation is withdrawn."))
        return redirect(LIST)


class InvitationsMenuItem(MenuItem):
    """Shown to those who may invite."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_coordinator(request.user)


def menu_item() -> MenuItem:
    """Hook `register_settings_menu_item`."""
    return InvitationsMenuItem(_("Invitations"), reverse(LIST), name="invitations", icon_name="mail", order=590)


def admin_urls() -> list[Any]:
    """Hook `register_admin_urls`."""
    return [
        path("invitations/", InvitationsView.as_view(), name=LIST),
        path("invitations/<int:pk>/renew/", ChangeInvitationView.as_view(verb="renew"), name="cms_invitation_renew"),
        path("invitations/<int:pk>/withdraw/", ChangeInvitationView.as_view(verb="withdraw"), name="cms_invitation_withdraw"),
    ]


def register_log_actions(registry: LogActionRegistry) -> None:
    """Tell Wagtail the words of the history."""
    registry.register_action(actions.INVITE, gettext_lazy("Invite"), gettext_lazy("Invited somebody"))
    registry.register_action(actions.RENEW, gettext_lazy("Renew an invitation"), gettext_lazy("Sent an invitation again"))
    registry.register_action(actions.WITHDRAW, gettext_lazy("Withdraw an invitation"), gettext_lazy("Withdrew an invitation"))
