"""How results are narrowed: what the address asks for, what may be chosen with how many results, what was left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django import forms
from django.http import QueryDict

from cms.components.filters.fields import filter_field
from cms.search.registry import FacetLabel, SearchFacet, search_facets
from cms.text.alphabet import swedish_key
from cms.text.plain import one_line

MOST_VALUES = 20  # of one facet in an address
MOST_OFFERED = 12  # values of a facet that are not chosen

Labels = Mapping[str, FacetLabel]


@dataclass(frozen=True)
class Narrowing:
    """Stored values that were chosen, by the name of a facet, and words of the address that name none."""

    chosen: dict[str, frozenset[str]] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    def options(self, counts: Mapping[str, Mapping[str, int]]) -> "dict[str, FacetOptions]":
        """What may be chosen: values that results have, and those that are chosen although none has."""
        options = {}
        for facet in facets_in_order():
            counted = counts.get(facet.name, {})
            chosen = self.chosen.get(facet.name, frozenset())
            labels = facet.labels(set(counted) | chosen)
            if labels and (chosen or len(labels) > 1):
                options[facet.name] = FacetOptions(facet, labels, counted, chosen)
        return options


@dataclass(frozen=True)
class FacetOptions:
    """A facet with its values, counted."""

    facet: SearchFacet
    labels: Labels
    counts: Mapping[str, int]
    chosen: frozenset[str]

    def choices(self) -> list[tuple[str, str]]:
        """Values as a form shows them: the chosen ones always, of the others the most frequent."""
        ranked = sorted(self.labels, key=lambda value: (value not in self.chosen, -self.counts.get(value, 0)))
        kept = ranked[: MOST_OFFERED + len(self.chosen)]
        kept.sort(key=lambda value: (self.labels[value].order, swedish_key(self.labels[value].words)))
        return [(self.labels[value].slug, f"{self.labels[value].words} ({self.counts.get(value, 0)})") for value in kept]

    def chosen_labels(self) -> dict[str, FacetLabel]:
        """The chosen values with their words, in order."""
        labels = {value: self.labels[value] for value in self.chosen if value in self.labels}
        return dict(sorted(labels.items(), key=lambda item: swedish_key(item[1].words)))

    def without(self, typed: Sequence[str], value: str) -> list[str]:
        """What is left of an address's values when one stored value is taken away, under whatever name it was asked for."""
        kept = [one_line(one)[:80] for one in typed[:MOST_VALUES]]
        known = self.facet.read(kept)
        return [one for one in kept if known.get(one) != value]

    def field(self) -> forms.Field:
        """The list to choose from."""
        return filter_field(str(self.facet.label), self.choices(), self.chosen)


def facets_in_order() -> list[SearchFacet]:
    """The facets of all plugins, as they are shown."""
    return sorted(search_facets, key=lambda facet: facet.order)


def read_narrowing(query: QueryDict) -> Narrowing:
    """Read the address. What does not exist is left out and told; the same value twice is once."""
    chosen: dict[str, frozenset[str]] = {}
    ignored: list[str] = []
    for facet in facets_in_order():
        typed = [one_line(value)[:80] for value in query.getlist(facet.name)[:MOST_VALUES]]
        slugs = list(dict.fromkeys(value for value in typed if value))
        known = facet.read(slugs) if slugs else {}
        if known:
            chosen[facet.name] = frozenset(known.values())
        ignored += [slug for slug in slugs if slug not in known]
    return Narrowing(chosen, tuple(ignored))
