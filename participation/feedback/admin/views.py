"""The page "Themes and answers" of a dialogue, and the forms behind it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from cms.admin import opened_rows
from cms.export.views import export_button
from cms.people import signed_in
from cms.refusals import ActionRefused
from participation.feedback import actions
from participation.feedback.admin.addresses import feedback_url, overview_url, themes_url
from participation.feedback.admin.forms import MergeForm, ThemeForm
from participation.feedback.admin.progress import progress_of
from participation.models import Contribution, DialoguePage, Theme
from participation.moderation.admin.addresses import action_url, admin_url, list_url
from participation.moderation.admin.rows import excerpt
from participation.permissions import dialogues_open_to

UNSORTED_SHOWN = 10
OVERVIEW = gettext_lazy("Themes and answers")


class DialogueMixin(PermissionCheckedMixin):
    """A view of a dialogue that the person sorts; any other answers 404."""

    model = Contribution
    any_permission_required = ["sort"]
    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def dialogue(self) -> DialoguePage:
        return get_object_or_404(dialogues_open_to(self.request.user, "sort"), pk=self.kwargs["pk"])

    @cached_property
    def theme(self) -> Theme:
        return get_object_or_404(Theme.objects.select_related("dialogue"), pk=self.kwargs["theme"], dialogue=self.dialogue)


class AnsweringView(DialogueMixin, WagtailAdminTemplateMixin):
    """Base of the pages: header, breadcrumbs."""

    header_icon = "list-ul"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        crumbs = [{"url": overview_url(), "label": OVERVIEW}, {"url": themes_url(self.dialogue), "label": self.dialogue.title}]
        return [*crumbs, {"url": "", "label": self.get_page_title()}]


class ThemesView(AnsweringView, TemplateView):
    """Themes, what is unsorted, decisions, and the buttons that make the outcome and the follow-up."""

    template_name = "participation/feedback/admin/themes.html"
    page_title = OVERVIEW

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [export_button(feedback_url("themes_export", self.dialogue), self.request)]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": overview_url(), "label": OVERVIEW}, {"url": "", "label": self.dialogue.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dialogue, back = self.dialogue, themes_url(self.dialogue)
        unsorted = Contribution.objects.filter(dialogue=dialogue).needing_answer().order_by("received_at", "pk")
        return super().get_context_data(**kwargs) | {
            "dialogue": dialogue,
            "progress": progress_of(dialogue),
            "decisions": dialogue.decisions.select_related("body"),
            "list_url": list_url(dialogue=dialogue.pk),
            "unsorted_url": list_url(dialogue=dialogue.pk, waits="answer"),
            "unsorted": [
                {"excerpt": excerpt(row), "row": row, "url": admin_url(row), "sort_url": action_url("sort", row, back=back)}
                for row in unsorted[:UNSORTED_SHOWN]
            ],
        }


class ActionFormView(AnsweringView, FormView[Any], ABC):
    """A form whose action may refuse: the refusal stands at its field or at the top, and what was written stays."""

    template_name = "participation/feedback/admin/form.html"
    submit_label: Any = gettext_lazy("Save")
    explanation: Any = ""

    @abstractmethod
    def act(self, answers: dict[str, Any]) -> str:
        """Call the action; returns what to say when it is done."""

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            said = self.act(form.cleaned_data)
        except ActionRefused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, [str(message) for message in refusal.messages])
            return self.form_invalid(form)
        messages.success(self.request, said)
        return HttpResponseRedirect(themes_url(self.dialogue))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"back": themes_url(self.dialogue), "submit_label": self.submit_label, "explanation": self.explanation}
        return super().get_context_data(**kwargs) | own


class NewThemeView(ActionFormView):
    """Makes a theme."""

    form_class: type[forms.BaseForm] = ThemeForm
    page_title = gettext_lazy("New theme")

    def act(self, answers: dict[str, Any]) -> str:
        theme = actions.create_theme(self.dialogue, signed_in(self.request), **answers)
        return _("The theme “%(theme)s” is made. Sort contributions into it from the list.") % {"theme": theme.title}


class EditThemeView(NewThemeView):
    """Changes a theme's words."""

    page_title = gettext_lazy("Edit theme")

    def get_initial(self) -> dict[str, Any]:
        return {"title": self.theme.title, "summary": self.theme.summary}

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        opened_rows.watch(form, self.theme, ("title", "summary"))
        return form

    def act(self, answers: dict[str, Any]) -> str:
        theme = actions.edit_theme(self.theme, signed_in(self.request), **answers)
        return _("The theme “%(theme)s” is saved. An outcome that is made already keeps its own words.") % {"theme": theme.title}


class MergeThemeView(ActionFormView):
    """Lets another theme take over."""

    form_class: type[forms.BaseForm] = MergeForm
    page_title = gettext_lazy("Merge themes")
    submit_label = gettext_lazy("Merge")

    @property
    def explanation(self) -> str:
        sentence = _("“%(theme)s” goes away. The other theme takes over its contributions, its summary and its drafted answer.")
        return sentence % {"theme": self.theme.title}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"source": self.theme}

    def act(self, answers: dict[str, Any]) -> str:
        moved = actions.merge_themes(self.theme, answers["target"], signed_in(self.request))
        sentence = ngettext(
            "Merged: %(count)d contribution moved to “%(theme)s”.", "Merged: %(count)d contributions moved to “%(theme)s”.", moved
        )
        return sentence % {"count": moved, "theme": answers["target"].title}


class DeleteThemeView(ActionFormView):
    """Deletes a theme; its contributions stay."""

    form_class: type[forms.BaseForm] = forms.Form
    page_title = gettext_lazy("Delete theme")
    submit_label = gettext_lazy("Delete")

    @property
    def explanation(self) -> str:
        number = self.theme.links.count()
        sentence = ngettext(
            "“%(theme)s” is deleted, and its answer in the outcome's draft. %(count)d contribution lies in it; it stays and waits for an answer again.",
            "“%(theme)s” is deleted, and its answer in the outcome's draft. %(count)d contributions lie in it; they stay and wait for an answer again.",
            number,
        )
        return sentence % {"theme": self.theme.title, "count": number}

    def act(self, answers: dict[str, Any]) -> str:
        actions.delete_theme(self.theme, signed_in(self.request))
        return _("The theme “%(theme)s” is deleted.") % {"theme": self.theme.title}


class MoveThemeView(DialogueMixin, View):
    """Puts a theme one place up or down."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, theme: int) -> HttpResponse:
        order = list(self.dialogue.themes.values_list("pk", flat=True))
        place = order.index(self.theme.pk)
        step = -1 if request.POST.get("direction") == "up" else 1
        order.insert(max(place + step, 0), order.pop(place))
        actions.order_themes(self.dialogue, signed_in(request), order)
        return HttpResponseRedirect(themes_url(self.dialogue))


class MakeOutcomeView(DialogueMixin, View):
    """Makes the outcome, or adds answers for new themes, and opens its editor."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        with _returning_to(self.dialogue):
            outcome = actions.make_outcome(self.dialogue, signed_in(request))
        messages.success(request, _("Here is the outcome's draft, with one answer to write for each theme."))
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[outcome.pk]))


class MakeFollowUpView(DialogueMixin, View):
    """Makes the follow-up, or adds commitments for new answers, and opens its editor."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        with _returning_to(self.dialogue):
            follow_up = actions.make_follow_up(self.dialogue, signed_in(request))
        messages.success(request, _("Here is the follow-up's draft. Fill in who does what, and by when."))
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[follow_up.pk]))


@contextmanager
def _returning_to(dialogue: DialoguePage) -> Iterator[None]:
    """A refusal leads back to the dialogue's themes."""
    try:
        yield
    except ActionRefused as refusal:
        refusal.return_url = refusal.return_url or themes_url(dialogue)
        raise
