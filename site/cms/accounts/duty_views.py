"""The form in which a successor takes over what somebody answers for, before the account is closed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import URLResolver, include, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from cms.accounts.duties import hand_over_and_deactivate, open_duties, successors_of
from cms.accounts.models import User
from cms.people import signed_in
from cms.refusals import ActionRefused

LIST = "wagtailusers_users:index"


class SuccessorField(forms.ModelChoiceField[User]):
    """People with what citizens call them."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj} ({obj.shown_function})" if obj.shown_function else str(obj)


class SuccessorForm(forms.Form):
    """The form that asks who takes over."""

    successor = SuccessorField(
        label=gettext_lazy("Successor"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("Choose"),
        help_text=gettext_lazy("Answers for all of this from now on, and is reminded of it."),
    )

    def __init__(self, *args: Any, leaving: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].widget.attrs["class"] = "w-w-full"  # long functions fit a narrow screen
        self.fields["successor"].queryset = successors_of([leaving])  # type: ignore[attr-defined]


class HandOverView(WagtailAdminTemplateMixin, FormView[SuccessorForm]):
    """What is open, who takes it over, and one button that does both."""

    form_class = SuccessorForm
    template_name = "cms/admin/hand_over.html"
    page_title = gettext_lazy("Hand over and close the account")
    header_icon = "user"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not policy_registry.get_by_type(User).user_has_permission_for_instance(request.user, "change", self.leaving):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def leaving(self) -> User:
        return get_object_or_404(User, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.leaving)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        crumbs = [{"url": reverse(LIST), "label": _("Users")}, {"url": "", "label": self.get_page_title()}]
        return [*self.breadcrumbs_items, *crumbs]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"leaving": self.leaving}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"leaving": self.leaving, "duties": open_duties(self.leaving), "back": reverse(LIST)}
        return super().get_context_data(**kwargs) | own

    def form_valid(self, form: SuccessorForm) -> HttpResponse:
        successor = form.cleaned_data["successor"]
        try:
            number = hand_over_and_deactivate(self.leaving, successor, signed_in(self.request))
        except ActionRefused as refusal:
            form.add_error(None, [str(message) for message in refusal.messages])
            return self.form_invalid(form)
        said = ngettext(
            "%(successor)s has taken over %(number)d thing, and the account of %(person)s is inactive.",
            "%(successor)s has taken over %(number)d things, and the account of %(person)s is inactive.",
            number,
        )
        messages.success(self.request, said % {"successor": successor, "number": number, "person": self.leaving})
        return HttpResponseRedirect(reverse(LIST))


def admin_urls() -> list[URLResolver]:
    """For Wagtail's hook."""
    patterns = [path("users/<int:pk>/hand-over/", HandOverView.as_view(), name="hand_over")]
    return [path("", include((patterns, "cms_duties")))]
