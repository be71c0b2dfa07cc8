"""What the hub's pages show: guides by the part of the work, filtered by what stands in the address."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.organisation.levels import Level
from cms.organisation.models import Administration, TargetGroup
from cms.pages.breadcrumbs import breadcrumbs_of
from cms.pages.views import page_view
from cms.text.alphabet import swedish_key
from cms.visibility import visible_to
from knowledge_hub.choices import Stage
from knowledge_hub.confirming import may_confirm
from knowledge_hub.models import GuidePage, KnowledgeHubPage, Method

ALL = ("", gettext_lazy("All"))


class GuideFilters(forms.Form):
    """Filters of the list of guides; unknown values are left out."""

    q = forms.CharField(label=gettext_lazy("Word"), required=False, max_length=80, strip=True)
    stage = forms.ChoiceField(label=gettext_lazy("Part of the work"), required=False, choices=[ALL, *Stage.choices])
    level = forms.ChoiceField(label=gettext_lazy("Level of participation"), required=False, choices=[ALL, *Level.choices])
    method = forms.ModelChoiceField(
        label=gettext_lazy("Method"), required=False, queryset=Method.objects.none(), to_field_name="code", empty_label=ALL[1]
    )
    target_group = forms.ModelChoiceField(
        label=gettext_lazy("Target group"), required=False, queryset=TargetGroup.objects.none(), to_field_name="slug", empty_label=ALL[1]
    )
    administration = forms.ModelChoiceField(
        label=gettext_lazy("Administration"),
        required=False,
        queryset=Administration.objects.none(),
        to_field_name="slug",
        empty_label=ALL[1],
    )

    def __init__(self, data: Any, guides: QuerySet[GuidePage]) -> None:
        super().__init__(data, auto_id="guide_%s")
        used = guides.values("pk")
        fields: Any = self.fields
        fields["method"].queryset = Method.objects.filter(guides__in=used).distinct()
        fields["target_group"].queryset = TargetGroup.objects.filter(
            pk__in=GuidePage.target_groups.through.objects.filter(guidepage__in=used).values("targetgroup")
        )
        fields["administration"].queryset = Administration.objects.filter(pk__in=guides.values("administration"))

    def chosen(self) -> dict[str, Any]:
        """The filters in use."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


@page_view("knowledge_hub.KnowledgeHubPage")
def hub_context(request: HttpRequest, hub: KnowledgeHubPage) -> dict[str, Any]:
    """The guides that match, in the order of the work."""
    originals = originals_of(hub, request)
    form = GuideFilters(request.GET or None, originals)
    chosen = form.chosen() if form.is_bound else {}
    guides = in_language_of(hub, filtered(originals, chosen), request)
    shown_guides = sorted(
        matching(guides, chosen.get("q", "")), key=lambda guide: (Stage.values.index(guide.stage), swedish_key(guide.title))
    )
    return {
        "form": form,
        "guides": shown_guides,
        "active": [{"label": _label(form, name, value), "url": _without(request, name)} for name, value in chosen.items()],
        "clear_url": request.path,
        "result": ngettext("%(count)d guide", "%(count)d guides", len(shown_guides)) % {"count": len(shown_guides)},
    }


def originals_of(hub: KnowledgeHubPage, request: HttpRequest) -> QuerySet[GuidePage]:
    """The guides that the person may see, as the pages that own their facts; those made in this language only, too."""
    canonical = GuidePage.objects.child_of(hub.canonical)
    only_here = GuidePage.objects.child_of(hub).exclude(translation_key__in=canonical.values("translation_key"))
    return visible_to((canonical | only_here).filter(alias_of=None), request.user)


def in_language_of(hub: KnowledgeHubPage, originals: QuerySet[GuidePage], request: HttpRequest) -> list[GuidePage]:
    """Each guide in the hub's language; one that is not translated stands in its own."""
    related = ("administration", "owner_person", "locale")
    here = visible_to(GuidePage.objects.child_of(hub).filter(alias_of=None), request.user).select_related(*related)
    translations = {page.translation_key: page for page in here.prefetch_related("steps")}
    guides = []
    for original in originals.select_related(*related).prefetch_related("steps"):
        guide = translations.get(original.translation_key, original)
        guide.__dict__["_canonical"] = original
        guides.append(guide)
    return guides


def filtered(guides: QuerySet[GuidePage], chosen: dict[str, Any]) -> QuerySet[GuidePage]:
    """Guides whose facts match everything chosen."""
    fields = {
        "stage": "stage",
        "level": "methods__level",
        "method": "methods",
        "target_group": "target_groups",
        "administration": "administration",
    }
    return guides.filter(**{fields[name]: value for name, value in chosen.items() if name in fields}).distinct()


def matching(guides: list[GuidePage], word: str) -> list[GuidePage]:
    """Guides that hold a word, in any case; here and not in the database, since SQLite folds only a to z."""
    sought = word.casefold()
    return [guide for guide in guides if not sought or sought in _words_of(guide)]


def _words_of(guide: GuidePage) -> str:
    steps = [words for step in guide.steps.all() for words in (step.title, step.text)]
    return "\n".join([guide.title, guide.summary, guide.good_when, guide.not_when, *steps]).casefold()


@page_view("knowledge_hub.GuidePage")
def guide_context(request: HttpRequest, guide: GuidePage) -> dict[str, Any]:
    """What a guide's page shows beside its own words."""
    canonical = guide.canonical
    return {
        "breadcrumbs": breadcrumbs_of(guide, request),
        "methods": canonical.methods.all(),
        "facts": facts_of(guide, canonical),
        "may_confirm": may_confirm(request.user, guide) and not getattr(request, "is_preview", False),
        "steps": [{"title": step.title, "text": step.text} for step in guide.steps.all()],
        "checklist": [item.text for item in guide.checklist.all()],
        "target_groups": canonical.target_groups.all(),
    }


def facts_of(guide: GuidePage, canonical: GuidePage) -> list[dict[str, Any]]:
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
    closed = {"stage": Stage, "level": Level}
    words = closed[name](value).label if name in closed else value
    return f"{form.fields[name].label}: {words}"


def _without(request: HttpRequest, name: str) -> str:
    query = request.GET.copy()
    query.pop(name, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path
