"""Bodies, topics and places: language-neutral rows, one document in each language that they have a name in."""

from collections.abc import Collection, Sequence
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from cms.search.pages import standard_facets
from cms.search.registry import Entry, Findable, Shown
from cms.visibility import visible_to
from participation.models import DialogueIndexPage

BODY = "participation.body"
TOPIC = "participation.topic"
PLACE = "participation.place"


def named_findable(name: str, label: Any, model: type[Model], *, listed: bool, order: int) -> Findable:
    """A kind of row of the organisation as a findable; it is listed where it has a page of its own."""
    return Findable(
        name=name,
        label=label,
        rows=model._default_manager.all,
        describe=lambda rows: {row.pk: _entries(name, row) for row in rows if is_chosen(row)},
        visible=lambda pks, person: _visible(model, pks),
        show=SHOWN_BY_PAGE.get(name) or (lambda rows, request: show_filters(name, rows, request)),
        suggested=True,
        listed=listed,
        order=order,
    )


def is_chosen(row: Any) -> bool:
    """Whether people may still choose it; a topic that was merged leads nowhere of its own."""
    return bool(getattr(row, "is_active", True)) and getattr(row, "merged_into_id", None) is None


def show_bodies(rows: Sequence[Any], request: HttpRequest) -> dict[int, Shown]:
    """Bodies by their page."""
    return {row.pk: Shown(reverse("participation:body", args=[row.slug])) for row in rows}


def show_places(rows: Sequence[Any], request: HttpRequest) -> dict[int, Shown]:
    """Places by their page."""
    return {row.pk: Shown(reverse("participation:place", args=[row.slug])) for row in rows}


def show_filters(name: str, rows: Sequence[Any], request: HttpRequest) -> dict[int, Shown]:
    """Topics by the list of their dialogues, in the reader's language where it has one."""
    indexes = visible_to(DialogueIndexPage.objects.filter(alias_of=None), request.user).select_related("locale")
    by_language = {index.locale.language_code: index for index in indexes}
    index = by_language.get(translation.get_language() or "") or by_language.get(settings.LANGUAGE_CODE)
    index_url = index.get_url(request) if index else ""
    parameter = name.rpartition(".")[2]
    return {row.pk: Shown(f"{index_url}?{parameter}={row.slug}") for row in rows if index_url}


SHOWN_BY_PAGE = {BODY: show_bodies, PLACE: show_places}


def _visible(model: type[Model], pks: Collection[int]) -> dict[int, Any]:
    return {row.pk: row for row in model._default_manager.filter(pk__in=pks) if is_chosen(row)}


def _entries(name: str, row: Any) -> list[Entry]:
    entries = []
    for language, _words in settings.LANGUAGES:
        if language == settings.LANGUAGE_CODE or bool(getattr(row, "name_en", "")):
            with translation.override(language):
                entries.append(_entry(name, row, language))
    return entries


def _entry(name: str, row: Any, language: str) -> Entry:
    text = "\n".join(filter(None, [getattr(row, "abbreviation", ""), getattr(row, "localized_summary", "")]))
    return Entry(
        language=language,
        title=row.localized_name,
        text=text,
        group=f"{name}:{row.pk}",
        facets=standard_facets(name, language, None) | ({"body": [str(row.pk)]} if name == BODY else {}),
    )
