"""Views of the organisation in the admin."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.organisation.actions import merge_topics, undo_merge
from cms.organisation.models import Topic
from cms.organisation.queries import topic_uses


class MergeTopicsForm(forms.Form):
    """Which topic goes, and which one takes over."""

    source = forms.ModelChoiceField(
        queryset=Topic.objects.filter(merged_into=None), label=gettext_lazy("Topic to close"), help_text=gettext_lazy("Such as “Traffic”.")
    )
    target = forms.ModelChoiceField(
        queryset=Topic.objects.filter(merged_into=None),
        label=gettext_lazy("Topic that takes over"),
        help_text=gettext_lazy("Such as “Roads and traffic”."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("source") and cleaned.get("source") == cleaned.get("target"):
            self.add_error("target", _("A topic cannot be merged into itself."))
        return cleaned


class UndoMergeForm(forms.Form):
    """Which merged topic stands for itself again."""

    topic = forms.ModelChoiceField(queryset=Topic.objects.exclude(merged_into=None).select_related("merged_into"))


class TopicsView(WagtailAdminTemplateMixin, TemplateView):
    """A page about the closed list, for those who may change it."""

    permission_policy: Any = None
    index_url_name = ""
    header_icon = "tag"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.permission_policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse(self.index_url_name), "label": Topic._meta.verbose_name_plural.capitalize()}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]


class MergeTopicsView(TopicsView):
    """Choose two topics, see what moves, confirm."""

    template_name = "cms_organisation/merge_topics.html"
    page_title = gettext_lazy("Merge two topics")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or MergeTopicsForm(self.request.GET or None)
        chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
        return super().get_context_data(form=form, chosen=chosen, uses=topic_uses(chosen["source"]) if chosen else [], **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = MergeTopicsForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        source, target = form.cleaned_data["source"], form.cleaned_data["target"]
        try:
            moved = merge_topics(source, target, by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.render_to_response(self.get_context_data(form=form))
        words = {"source": source.name, "target": target.name, "moved": moved}
        messages.success(request, _("“%(source)s” is merged into “%(target)s”; %(moved)s links moved.") % words)
        return redirect(self.index_url_name)


class UndoMergeView(TopicsView):
    """The merged topics, each with the way to let it stand for itself again."""

    template_name = "cms_organisation/undo_merge.html"
    page_title = gettext_lazy("Undo a merge")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        merged = Topic.objects.exclude(merged_into=None).select_related("merged_into")
        return super().get_context_data(merged=merged, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UndoMergeForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("This topic is not merged any more."))
            return self.render_to_response(self.get_context_data())
        topic = form.cleaned_data["topic"]
        target = undo_merge(topic, by=request.user)
        words = {"topic": topic.name, "target": target.name}
        messages.success(request, _("“%(topic)s” stands for itself again. What bore it stays with “%(target)s”.") % words)
        return redirect(self.index_url_name)
