"""The outbox in the admin: what waits, what failed and why, try again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from cms.outbox.actions import try_again
from cms.outbox.models import Job
from cms.outbox.overview import overview

NAMESPACE = "outbox_admin"
POLICY = ModelPermissionPolicy(Job)


class OutboxView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """What waits and since when, what failed and why, when a worker last ran."""

    permission_policy = POLICY
    permission_required = "change"
    template_name = "cms_outbox/admin/outbox.html"
    page_title = gettext_lazy("Outbox")
    header_icon = "mail"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(outbox=overview(), **kwargs)


class TryAgainView(PermissionCheckedMixin, View):
    """Lets one failed job wait again, or all of them."""

    permission_policy = POLICY
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        number = try_again(Job.objects.filter(pk=pk) if pk is not None else Job.objects.all())
        if number:
            messages.success(request, ngettext("%(count)d job waits again.", "%(count)d jobs wait again.", number) % {"count": number})
        else:
            messages.warning(request, _("Nothing was changed: it was tried again already, or its words are gone."))
        return HttpResponseRedirect(reverse(f"{NAMESPACE}:outbox"))
