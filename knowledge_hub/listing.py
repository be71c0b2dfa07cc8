"""What the hub's pages show: guides by the part of the work, filtered by what stands in the address."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.organisation.models import Administration, TargetGroup
from cms.visibility import visible_to
from knowledge_hub.choices import Stage
from knowledge_hub.models import GuidePage, KnowledgeHubPage, Method

ALL = ("", gettext_lazy("All"))


class GuideFilters(forms.Form):
    """Filters of the list of guides; unknown values are left out."""

    q = forms.CharField(label=gettext_lazy("Word"), required=False, max_length=80, strip=True)
    stage = forms.ChoiceField(label=gettext_lazy("Part of the work"), required=False, choices=[ALL, *Stage.choices])
    method = forms.ModelChoiceField(label=gettext_lazy("Method"), required=False, queryset=None, to_field_name="code", empty_label=ALL[1])
    target_group = forms.ModelChoiceField(
        label=gettext_lazy("Target group"), required=False, queryset=None, to_field_name="slug", empty_label=ALL[1]
    )
    administration = forms.ModelChoiceField(
        label=gettext_lazy("Administration"), required=False, queryset=None, to_field_name="slug", empty_label=ALL[1]
    )

    def __init__(self, data: Any, guides: QuerySet) -> None:
        super().__init__(data, auto_id="guide_%s")
        used = guides.values("pk")
        self.fields["method"].queryset = Method.objects.filter(guides__in=used).distinct()
        self.fields["target_group"].queryset = TargetGroup.objects.filter(
            pk__in=GuidePage.target_groups.through.objects.filter(guidepage__in=used).values("targetgroup")
        )
        self.fields["administration"].queryset = Administration.objects.filter(pk__in=guides.values("administration"))

    def chosen(self) -> dict[str, Any]:
        """The filters in use."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


def hub_context(request: HttpRequest, hub: KnowledgeHubPage) -> dict[str, Any]:
    """The guides that match, in the order of the work."""
    guides = guides_of(hub, request)
    form = GuideFilters(request.GET or None, guides)
    chosen = form.chosen() if form.is_bound else {}
    found = sorted(filtered(guides, chosen), key=lambda guide: (Stage.values.index(guide.stage), guide.title.casefold()))
    return {
        "form": form,
        "guides": found,
        "active": [{"label": _label(form, name, value), "url": _without(request, name)} for name, value in chosen.items()],
        "clear_url": request.path,
        "result": ngettext("%(count)d guide", "%(count)d guides", len(found)) % {"count": len(found)},
    }


def guides_of(hub: KnowledgeHubPage, request: HttpRequest) -> QuerySet[GuidePage]:
    """The hub's guides that the person may see, in the hub's own language."""
    return visible_to(GuidePage.objects.child_of(hub).filter(alias_of=None), request.user).select_related(
        "administration", "owner_person", "locale"
    )


def filtered(guides: QuerySet[GuidePage], chosen: dict[str, Any]) -> QuerySet[GuidePage]:
    """Guides that match everything chosen."""
    if "q" in chosen:
        word = chosen["q"]
        guides = guides.filter(
            Q(title__icontains=word) | Q(summary__icontains=word) | Q(steps__title__icontains=word) | Q(steps__text__icontains=word)
        )
    fields = {"stage": "stage", "method": "methods", "target_group": "target_groups", "administration": "administration"}
    return guides.filter(**{fields[name]: value for name, value in chosen.items() if name in fields}).distinct()


def guide_context(request: HttpRequest, guide: GuidePage) -> dict[str, Any]:
    """What a guide's page shows beside its own words."""
    canonical: Any = guide.canonical
    hub = guide.get_parent()
    return {
        "breadcrumbs": [{"label": hub.title, "url": hub.get_url(request)}, {"label": guide.title}],
        "methods": canonical.methods.all(),
        "facts": facts_of(guide, canonical),
        "steps": [{"title": step.title, "text": step.text} for step in guide.steps.all()],
        "checklist": [item.text for item in guide.checklist.all()],
        "target_groups": canonical.target_groups.all(),
    }


def facts_of(guide: GuidePage, canonical: Any) -> list[dict[str, Any]]:
    """Time, effort, who keeps it true and when it is reviewed."""
    owner = canonical.owner_person
    facts = [
        {"term": _("Time"), "value": guide.time_needed},
        {"term": _("Effort"), "value": canonical.get_effort_display()},
        {"term": _("Administration"), "value": str(canonical.administration or "")},
        {"term": _("Ask"), "value": ", ".join(part for part in (str(owner), owner.function) if part) if owner else ""},
        {"term": _("Review by"), "date": canonical.review_on},
    ]
    return [fact for fact in facts if fact.get("value") or fact.get("date")]


def _label(form: GuideFilters, name: str, value: Any) -> str:
    words = Stage(value).label if name == "stage" else value
    return f"{form.fields[name].label}: {words}"


def _without(request: HttpRequest, name: str) -> str:
    query = request.GET.copy()
    query.pop(name, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path
