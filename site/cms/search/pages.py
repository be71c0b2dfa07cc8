"""Pages as findable things: who may find them, and when they have changed."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from wagtail.models import Page, PageViewRestriction

from cms.drafts import has_draft_source
from cms.organisation.staff import staff_group
from cms.people import Person
from cms.search.audience import Audience
from cms.search.registry import Entry, Findable, Shown, findables
from cms.visibility import page_restrictions, visible_to


@dataclass(frozen=True)
class PageWords:
    """What a page says beside its title, and how it is narrowed down to."""

    text: str
    facets: Mapping[str, Collection[str]] = field(default_factory=dict)
    date: datetime | None = None
    refresh_at: datetime | None = None


ReadPages = Callable[[Sequence[Any]], Mapping[int, PageWords]]
ShowPages = Callable[[Sequence[Any], HttpRequest], Mapping[int, Shown]]


def register_pages(*args: Any, **kwargs: Any) -> Findable:
    """Let the pages of a type be found: registers a `page_findable`."""
    return findables.register(page_findable(*args, **kwargs))


def page_findable(
    name: str, label: str | Promise, model: type[Page], read: ReadPages, *, show: ShowPages | None = None, order: int = 100, **more: Any
) -> Findable:
    """The pages of a type as something that is found; `read` tells their words, `show` what is said about them beside their title.

    Who may find a page follows from the page: live, no alias, no translation of a draft, closed to nobody or open to the staff group.
    """
    return Findable(
        name=name,
        label=label,
        rows=lambda: model._default_manager.select_related("locale"),
        describe=lambda pages: _describe(name, pages, read),
        visible=lambda pks, person: _visible(model, pks, person),
        show=show or show_pages,
        suggested=True,
        order=order,
        page_type=model,
        **more,
    )


def kind_of(model: type[Page] | None) -> str:
    """The findable that pages of a type are; empty where they are none."""
    return next((findable.name for findable in findables if findable.page_type is model), "") if model is not None else ""


def page_group(name: str, page: Page) -> str:
    """The group of a page: one in all its languages."""
    return f"{name}:{page.translation_key}"


def show_pages(pages: Sequence[Page], request: HttpRequest) -> dict[int, Shown]:
    """Pages by their address alone."""
    return {page.pk: Shown(page.get_url(request) or "") for page in pages}


def audiences_of_pages(pages: Sequence[Page]) -> dict[int, Audience]:
    """Who may find each page, by number; those that nobody may find are left out.

    A page that is open to other groups than the staff group is not findable: its words would be told to those who may not read it.
    """
    restrictions = page_restrictions()
    staff = staff_group().pk if restrictions else 0
    drafts = set(Page.objects.filter(has_draft_source(), pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
    audiences = {}
    for page in pages:
        if not page.live or page.alias_of_id or page.pk in drafts:
            continue
        above = [row for row in restrictions if page.path.startswith(row.page.path)]
        if all(row.restriction_type == PageViewRestriction.GROUPS and staff in row.group_pks for row in above):
            audiences[page.pk] = Audience.STAFF if above else Audience.PUBLIC
    return audiences


def with_translations(page: Page) -> list[int]:
    """The page and, where it is of the default language, what depends on it being live: its translations."""
    if page.locale_id is None or page.locale.language_code != settings.LANGUAGE_CODE:
        return [page.pk]
    others = Page.objects.filter(translation_key=page.translation_key).values_list("pk", flat=True)
    return sorted({page.pk, *others})


def in_all_languages(pages: QuerySet[Page]) -> list[int]:
    """Pages and their translations, whose facts are those of the page that they translate."""
    return list(
        pages.model._default_manager.filter(translation_key__in=pages.order_by().values("translation_key")).values_list("pk", flat=True)
    )


def pages_by_kind(top: Page) -> Iterable[tuple[Findable, list[int]]]:
    """The findable pages at and below a page, in all languages."""
    for findable in findables:
        model = findable.page_type
        pks = in_all_languages(model._default_manager.filter(path__startswith=top.path)) if model is not None else []
        if pks:
            yield findable, pks


def _describe(name: str, pages: Sequence[Page], read: ReadPages) -> dict[int, list[Entry]]:
    audiences = audiences_of_pages(pages)
    open_pages = [page for page in pages if page.pk in audiences]
    words = read(open_pages)
    return {page.pk: [_entry(name, page, words[page.pk], audiences[page.pk])] for page in open_pages if page.pk in words}


def _entry(name: str, page: Page, words: PageWords, audience: Audience) -> Entry:
    date = words.date or page.last_published_at or page.first_published_at
    language = page.locale.language_code
    return Entry(
        language=language,
        title=page.title,
        text=words.text,
        group=page_group(name, page),
        audience=audience,
        facets=standard_facets(name, language, date) | dict(words.facets),
        date=date,
        refresh_at=words.refresh_at,
    )


def standard_facets(name: str, language: str, date: datetime | None) -> dict[str, list[str]]:
    """What every document is narrowed by: type, language, year."""
    facets = {"type": [name], "language": [language]}
    return facets | ({"year": [str(timezone.localtime(date).year)]} if date else {})


def _visible(model: type[Page], pks: Collection[int], person: Person) -> dict[int, Any]:
    pages = visible_to(model._default_manager.filter(pk__in=pks, alias_of=None), person)
    return {page.pk: page for page in pages.select_related("locale")}
