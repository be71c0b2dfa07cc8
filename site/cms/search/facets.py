"""The host's own facets: type, administration, body, topic, place, target group, language, year."""

import re
from collections.abc import Callable, Collection, Mapping

from django.conf import settings
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from cms.organisation.former_slugs import rows_meant
from cms.organisation.models import Administration, Body, Place, TargetGroup, Topic
from cms.search.registry import FacetLabel, SearchFacet, findables, search_facets


def register() -> None:
    """Called when the app is ready."""
    search_facets.register(SearchFacet("type", _("Type"), _types, _read_types, order=10))
    for name, label, model, order in (
        ("administration", _("Administration"), Administration, 30),
        ("body", _("Committee"), Body, 40),
        ("place", _("Place"), Place, 60),
        ("target_group", _("For"), TargetGroup, 70),
    ):
        search_facets.register(SearchFacet(name, label, _labels_of(model), _reader_of(model), order=order))
    search_facets.register(SearchFacet("topic", _("Topic"), _labels_of(Topic), _read_topics, order=50))
    search_facets.register(SearchFacet("language", _("Language"), _languages, _read_languages, order=90))
    search_facets.register(SearchFacet("year", _("Year"), _years, _read_years, order=100))


def _types(values: Collection[str]) -> dict[str, FacetLabel]:
    known = {value: findables.get(value) for value in values}
    return {value: FacetLabel(_slug(value), str(findable.label), findable.order) for value, findable in known.items() if findable}


def _slug(name: str) -> str:
    """As a type stands in the address: `participation.dialogue` is `dialogue`."""
    return name.rpartition(".")[2]


def _read_types(slugs: Collection[str]) -> dict[str, str]:
    return {_slug(findable.name): findable.name for findable in findables if findable.listed and _slug(findable.name) in slugs}


def _labels_of(model: type[Model]) -> Callable[[Collection[str]], Mapping[str, FacetLabel]]:
    def labels(values: Collection[str]) -> dict[str, FacetLabel]:
        rows = model._default_manager.filter(pk__in=[int(value) for value in values])
        return {str(row.pk): FacetLabel(row.slug, str(row)) for row in rows}  # type: ignore[attr-defined]

    return labels


def _reader_of(model: type[Model]) -> Callable[[Collection[str]], Mapping[str, str]]:
    def read(slugs: Collection[str]) -> dict[str, str]:
        meant = rows_meant(model, slugs)
        return {slug: str(pk) for slug, pk in meant.items()}

    return read


def _read_topics(slugs: Collection[str]) -> dict[str, str]:
    """A topic that was merged is the one it became."""
    meant = rows_meant(Topic, slugs)
    merged = dict(Topic.objects.filter(pk__in=meant.values()).values_list("pk", "merged_into"))
    return {slug: str(merged[pk] or pk) for slug, pk in meant.items()}


def _languages(values: Collection[str]) -> dict[str, FacetLabel]:
    return {value: FacetLabel(value, str(name)) for value, name in settings.LANGUAGES if value in values}


def _years(values: Collection[str]) -> dict[str, FacetLabel]:
    return {value: FacetLabel(value, value, -int(value)) for value in values}


def _read_languages(slugs: Collection[str]) -> dict[str, str]:
    return {slug: slug for slug in slugs if slug in dict(settings.LANGUAGES)}


def _read_years(slugs: Collection[str]) -> dict[str, str]:
    return {slug: slug for slug in slugs if re.fullmatch("(19|20)[0-9]{2}", slug)}
