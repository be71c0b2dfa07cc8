"""Filters of the list of dialogues; they stand in the address, so that a list can be linked to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import Model, Q
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.organisation.former_slugs import present_slugs
from cms.organisation.models import Administration, Body, Place, TargetGroup, Topic
from cms.text.alphabet import swedish_key
from cms.text.plain import one_line
from participation.choices import State
from participation.events import names
from participation.models import DialoguePage, DialogueTopic
from participation.models.dialogue_queryset import DialogueQuerySet

MOST_VALUES = 50


@dataclass(frozen=True)
class Facet:
    """A filter: its name in the address, what may be chosen, and the condition it sets."""

    name: str
    label: str | Promise
    condition: Callable[[list[str]], Q]
    model: type[Model] | None = None
    used_by: Callable[[DialogueQuerySet], Any] | None = None
    followed_as: str = ""
    """What it is called as something that can be followed (cms.following)."""

    def choices(self, dialogues: DialogueQuerySet, chosen: list[str]) -> dict[str, str]:
        """What visible dialogues use, and what is chosen although none uses it."""
        if self.model is None or self.used_by is None:
            return {state.value: str(state.label) for state in State}
        rows: Any = self.model._default_manager.filter(Q(pk__in=self.used_by(dialogues)) | Q(slug__in=chosen))
        return {row.slug: str(row) for row in sorted(rows, key=lambda row: swedish_key(str(row)))}


def _through(relation: str) -> Callable[[DialogueQuerySet], Any]:
    through: Any = getattr(DialoguePage, relation).through
    other = next(f.name for f in through._meta.fields if f.is_relation and f.related_model is not DialoguePage)
    return lambda dialogues: through.objects.filter(dialoguepage__in=dialogues.values("pk")).values(other)


def _holding(relation: str) -> Callable[[list[str]], Q]:
    """A condition without a join: a dialogue with two of the chosen places is still listed once."""
    return lambda slugs: Q(pk__in=DialoguePage.objects.filter(**{f"{relation}__slug__in": slugs}).values("pk"))


FACETS = (
    Facet("state", _("State"), lambda values: Q(state__in=values)),
    Facet(
        "administration",
        _("Administration"),
        lambda slugs: Q(administration_id__in=Administration.objects.filter(slug__in=slugs).values("pk")),
        Administration,
        lambda dialogues: dialogues.with_administration().values("administration_id"),
        names.ADMINISTRATION,
    ),
    Facet("body", _("Body"), lambda slugs: Q(body__slug__in=slugs), Body, lambda dialogues: dialogues.values("body"), names.BODY),
    Facet("place", _("Place"), _holding("places"), Place, _through("places"), names.PLACE),
    Facet(
        "topic",
        _("Topic"),
        _holding("topic_links__tag"),
        Topic,
        lambda dialogues: DialogueTopic.objects.filter(content_object__in=dialogues.values("pk")).values("tag"),
        names.TOPIC,
    ),
    Facet("target_group", _("For"), _holding("target_groups"), TargetGroup, _through("target_groups")),
)


@dataclass(frozen=True)
class Filters:
    """What a reader chose, checked against what there is."""

    chosen: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)

    def apply(self, dialogues: DialogueQuerySet) -> DialogueQuerySet:
        """The dialogues that match; needs `with_state` and `with_administration`."""
        for facet in FACETS:
            if self.chosen.get(facet.name):
                dialogues = dialogues.filter(facet.condition(self.chosen[facet.name]))
        return dialogues

    def form(self) -> forms.Form:
        """The form that shows the choices as they are."""
        form = forms.Form(initial=self.chosen, auto_id="filter_%s")
        for facet in FACETS:
            choices = list(self.labels[facet.name].items())
            if choices:
                form.fields[facet.name] = forms.MultipleChoiceField(
                    label=str(facet.label), choices=choices, required=False, widget=forms.CheckboxSelectMultiple
                )
        return form

    def active(self, request: HttpRequest) -> list[dict[str, str]]:
        """Each chosen value with the address of the list without it."""
        return [
            {"label": f"{facet.label}: {self.labels[facet.name][value]}", "url": self._without(request, facet.name, value)}
            for facet in FACETS
            for value in self.chosen.get(facet.name, ())
        ]

    def followable(self) -> dict[str, Any] | None:
        """What can be followed instead of looking here: the only thing that is chosen."""
        chosen = [(facet, value) for facet in FACETS for value in self.chosen.get(facet.name, ())]
        facet, value = chosen[0] if len(chosen) == 1 else (None, "")
        if facet is None or facet.model is None or not facet.followed_as:
            return None
        row = facet.model._default_manager.filter(slug=value).first()
        return {"kind": facet.followed_as, "number": row.pk, "title": str(row)} if row is not None else None

    def query(self) -> str:
        """The filters as they stand in an address."""
        query = QueryDict(mutable=True)
        for name, values in self.chosen.items():
            query.setlist(name, values)
        return query.urlencode()

    def _without(self, request: HttpRequest, name: str, value: str) -> str:
        left = {**self.chosen, name: [other for other in self.chosen[name] if other != value]}
        query = Filters(chosen={key: values for key, values in left.items() if values}).query()
        return f"{request.path}?{query}" if query else request.path


def read_filters(request: HttpRequest, dialogues: DialogueQuerySet) -> Filters:
    """Read the address. What does not exist is left out and told; a former slug means what has another now, a merged topic what it became."""
    filters = Filters()
    for facet in FACETS:
        typed = [one_line(value)[:80] for value in request.GET.getlist(facet.name)[:MOST_VALUES]]
        wanted = list(dict.fromkeys(value for value in typed if value))
        if facet.model is not None:
            wanted = present_slugs(facet.model, wanted)
        if facet.model is Topic:
            wanted = _present_topics(wanted)
        labels = filters.labels[facet.name] = facet.choices(dialogues, wanted)
        filters.chosen[facet.name] = [value for value in wanted if value in labels]
        filters.ignored.extend(value for value in wanted if value not in labels)
    return filters


def _present_topics(slugs: Iterable[str]) -> list[str]:
    wanted = list(slugs)
    if not wanted:
        return []
    merged = dict(Topic.objects.filter(slug__in=wanted, merged_into__isnull=False).values_list("slug", "merged_into__slug"))
    return list(dict.fromkeys(merged.get(slug, slug) for slug in wanted))
