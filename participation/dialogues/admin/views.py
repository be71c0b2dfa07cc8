"""Views of the editor's side."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.people import signed_in
from cms.refusals import ActionRefused
from participation.dialogues.actions import start_dialogue
from participation.dialogues.admin.forms import StartDialogueForm, sections_open_to


class StartDialogueView(WagtailAdminTemplateMixin, FormView[StartDialogueForm]):
    """ "New dialogue": choose what to start from; the editor opens with a draft."""

    form_class = StartDialogueForm
    template_name = "wagtailadmin/generic/form.html"
    page_title = gettext_lazy("New dialogue")
    header_icon = "openquote"
    index_url_name = "participation_dialogues:index"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not sections_open_to(request.user).exists():
            sentence = _("You may not start a dialogue in any section. Ask the coordinator for rights.")
            raise ActionRefused(sentence, return_url=reverse("wagtailadmin_home"))
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("Dialogues")},
            {"url": "", "label": self.page_title},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "person": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "media": context["form"].media, "submit_button_label": _("Start the dialogue"), "action_url": self.request.path}

    def get_initial(self) -> dict[str, Any]:
        return {name: self.request.GET[name] for name in ("section", "start", "source") if self.request.GET.get(name)}

    def form_valid(self, form: StartDialogueForm) -> HttpResponse:
        chosen = form.cleaned_data
        page = start_dialogue(chosen["section"], chosen["title"], signed_in(self.request), chosen["first_day"], form.start_from)
        messages.success(
            self.request, _("“%(page)s” has been started as a draft. Nobody sees it until you publish.") % {"page": page.title}
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
