"""Filters of the list of dialogues; they stand in the address, so that a list can be linked to."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import Model, Q
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from cms.components.filters.fields import filter_field
from cms.organisation.former_slugs import present_slugs
from cms.organisation.models import Administration, Body, Place, TargetGroup, Topic
from cms.text.alphabet import swedish_key
from cms.text.plain import one_line
from participation.choices import State
from participation.events import names
from participation.models import DialoguePage, DialogueTopic
from participation.models.dialogue_queryset import DialogueQuerySet

MOST_VALUES = 50


Keys = Callable[[DialogueQuerySet], Iterable[Any]]


@dataclass(frozen=True)
class Facet:
    """A filter: its name in the address, the condition it sets, and of each dialogue what it may be chosen by."""

    name: str
    label: str | Promise
    condition: Callable[[list[str]], Q]
    keys: Keys
    model: type[Model] | None = None
    followed_as: str = ""
    """What it is called as something that can be followed (cms.following)."""

    def options(self, dialogues: DialogueQuerySet, chosen: list[str]) -> dict[str, "Option"]:
        """What these dialogues have, counted, and what is chosen although none has it."""
        counts = Counter(self.keys(dialogues))
        if self.model is None:
            return {state.value: Option(str(state.label), counts[state]) for state in State if counts[state] or state in chosen}
        rows: Any = self.model._default_manager.filter(Q(pk__in=counts.keys() - {None}) | Q(slug__in=chosen))
        return {row.slug: Option(str(row), counts[row.pk]) for row in sorted(rows, key=lambda row: swedish_key(str(row)))}

    def present(self, values: list[str]) -> list[str]:
        """An address's values as they are now: a former slug has another, a merged topic is what it became; unknown ones stay."""
        if self.model is None or not values:
            return values
        slugs = present_slugs(self.model, values)
        return _present_topics(slugs) if self.model is Topic else slugs

    def known(self, values: list[str]) -> set[str]:
        """Those values that exist."""
        if self.model is None or not values:
            return set(State.values).intersection(values)
        return set(self.model._default_manager.filter(slug__in=values).values_list("slug", flat=True))


@dataclass(frozen=True)
class Option:
    """Something to choose, and how many dialogues that gives."""

    words: str
    count: int


def _through(relation: str) -> Keys:
    through: Any = getattr(DialoguePage, relation).through
    other = next(f.name for f in through._meta.fields if f.is_relation and f.related_model is not DialoguePage)
    return lambda dialogues: through.objects.filter(dialoguepage__in=dialogues.values("pk")).values_list(other, flat=True)


def _topics(dialogues: DialogueQuerySet) -> Iterable[Any]:
    return DialogueTopic.objects.filter(content_object__in=dialogues.values("pk")).values_list("tag", flat=True)


def _column(name: str) -> Keys:
    return lambda dialogues: dialogues.order_by().values_list(name, flat=True)


def _holding(relation: str) -> Callable[[list[str]], Q]:
    """A condition without a join: a dialogue with two of the chosen places is still listed once."""
    return lambda slugs: Q(pk__in=DialoguePage.objects.filter(**{f"{relation}__slug__in": slugs}).values("pk"))


FACETS = (
    Facet("state", _("State"), lambda values: Q(state__in=values), _column("state")),
    Facet("place", _("Place"), _holding("places"), _through("places"), Place, names.PLACE),
    Facet("topic", _("Topic"), _holding("topic_links__tag"), _topics, Topic, names.TOPIC),
    Facet("target_group", _("For"), _holding("target_groups"), _through("target_groups"), TargetGroup),
    Facet("body", _("Committee"), lambda slugs: Q(body__slug__in=slugs), _column("body"), Body, names.BODY),
    Facet(
        "administration",
        _("Administration"),
        lambda slugs: Q(administration_id__in=Administration.objects.filter(slug__in=slugs).values("pk")),
        _column("administration_id"),
        Administration,
        names.ADMINISTRATION,
    ),
)


@dataclass
class Filters:
    """What a reader chose, checked against what there is; `dialogues` have `with_state` and `with_administration`."""

    dialogues: DialogueQuerySet
    chosen: dict[str, list[str]] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)

    def matching(self, beside: str = "") -> DialogueQuerySet:
        """The dialogues that match every filter, or every one but that beside."""
        dialogues = self.dialogues
        for facet in FACETS:
            if self.chosen.get(facet.name) and facet.name != beside:
                dialogues = dialogues.filter(facet.condition(self.chosen[facet.name]))
        return dialogues

    @cached_property
    def options(self) -> dict[str, dict[str, Option]]:
        """What may be chosen of each facet, with how many dialogues it gives beside the other filters."""
        return {facet.name: facet.options(self.matching(beside=facet.name), self.chosen.get(facet.name, [])) for facet in FACETS}

    def form(self) -> forms.Form:
        """The form that shows the choices as they are; what gives no choice is left out."""
        form = forms.Form(initial=self.chosen, auto_id="filter_%s")
        for facet in FACETS:
            options, chosen = self.options[facet.name], self.chosen.get(facet.name, [])
            if chosen or len(options) > 1:
                choices = [(value, f"{option.words} ({option.count})") for value, option in options.items()]
                form.fields[facet.name] = filter_field(str(facet.label), choices, chosen)
        return form

    def active(self, request: HttpRequest) -> list[dict[str, str]]:
        """Each chosen value with the address of the list without it."""
        return [
            {"label": self.options[facet.name][value].words, "url": self._without(request, facet.name, value)}
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
        return _query(self.chosen)

    def _without(self, request: HttpRequest, name: str, value: str) -> str:
        query = _query({**self.chosen, name: [other for other in self.chosen[name] if other != value]})
        return f"{request.path}?{query}" if query else request.path


def _query(chosen: dict[str, list[str]]) -> str:
    query = QueryDict(mutable=True)
    for name, values in chosen.items():
        if values:
            query.setlist(name, values)
    return query.urlencode()


def read_filters(request: HttpRequest, dialogues: DialogueQuerySet) -> Filters:
    """Read the address. What does not exist is left out and told; what nobody chose (an empty value) is nothing."""
    filters = Filters(dialogues)
    for facet in FACETS:
        typed = [one_line(value)[:80] for value in request.GET.getlist(facet.name)[:MOST_VALUES]]
        wanted = facet.present(list(dict.fromkeys(value for value in typed if value)))
        known = facet.known(wanted)
        filters.chosen[facet.name] = [value for value in wanted if value in known]
        filters.ignored.extend(value for value in wanted if value not in known)
    return filters


def _present_topics(slugs: Iterable[str]) -> list[str]:
    wanted = list(slugs)
    if not wanted:
        return []
    merged = dict(Topic.objects.filter(slug__in=wanted, merged_into__isnull=False).values_list("slug", "merged_into__slug"))
    return list(dict.fromkeys(merged.get(slug, slug) for slug in wanted))
