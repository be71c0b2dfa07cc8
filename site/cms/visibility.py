"""Visibility: who may see what; one answer, for every list, feed, page and export.

Wagtail's `.public()` is not enough: it knows no person, a restriction set after a translation or
an alias was made leaves those open, and a page whose plugin is off would still be listed.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet
from wagtail.models import Page, PageViewRestriction

from cms.drafts import has_draft_source
from cms.http.request_memo import per_request
from cms.people import Person

Rows = TypeVar("Rows", bound=QuerySet[Any])


def visible_to(queryset: Rows, person: Person | None) -> Rows:
    """The rows of a queryset that this person (a user, or None for anybody) may see.

    Pages: live, no translation of a draft, of a type whose plugin is on, and under no restriction that refuses the person.
    Other models say it themselves with a QuerySet word `visible_to(person)`.
    """
    if issubclass(queryset.model, Page):
        return _visible_pages(queryset, person or AnonymousUser())
    own_rule = getattr(queryset, "visible_to", None)
    if own_rule is None:
        raise TypeError(f"{queryset.model.__name__} does not say who may see it; give its QuerySet visible_to(person).")
    return own_rule(person or AnonymousUser())


def is_visible(page: Page, person: Person | None) -> bool:
    """Whether this person may see this page."""
    return visible_to(Page.objects.filter(pk=page.pk), person).exists()


def visible_among(pages: Sequence[Page], person: Person | None) -> list[Page]:
    """Those of these pages, loaded already, that this person may see."""
    closed = tuple(refused_paths(person or AnonymousUser()))
    return [page for page in pages if page.live and page.specific_class is not None and not page.path.startswith(closed)]


def page_restrictions() -> list[PageViewRestriction]:
    """Every restriction of the site with its page; `group_pks` are the groups that it lets in."""
    return per_request("page restrictions", _read_restrictions)


def refused_paths(person: Person) -> list[str]:
    """Tree paths that are closed to the person, everything below included."""
    if getattr(person, "is_superuser", False) and person.is_active:
        return []
    groups = (
        per_request(("groups of", person.pk), lambda: set(person.groups.values_list("pk", flat=True))) if person.is_authenticated else set()
    )
    return [
        restriction.page.path
        for restriction in page_restrictions()
        if restriction.restriction_type != PageViewRestriction.GROUPS or not groups & restriction.group_pks
    ]


def _read_restrictions() -> list[PageViewRestriction]:
    """The restrictions in one query: a row for each group, joined by restriction."""
    restrictions: dict[int, PageViewRestriction] = {}
    for row in PageViewRestriction.objects.select_related("page__locale").annotate(group_pk=F("groups")):
        known = restrictions.setdefault(row.pk, row)
        known.group_pks = getattr(known, "group_pks", set()) | {row.group_pk}
    return list(restrictions.values())


def _visible_pages(queryset: Rows, person: Person) -> Rows:
    closed = Q()
    for path in refused_paths(person):
        closed |= Q(path__startswith=path)
    pages = queryset.filter(~has_draft_source(), live=True)
    if queryset.model is Page:
        pages = pages.filter(content_type__in=_living_content_types())
    return pages.exclude(closed) if closed else pages


def _living_content_types() -> list[int]:
    """Content types of page models that are installed (a plugin that is off leaves its rows behind)."""
    models = [model for model in apps.get_models() if issubclass(model, Page) and not model._meta.abstract]
    return [content_type.pk for content_type in ContentType.objects.get_for_models(*models).values()]
