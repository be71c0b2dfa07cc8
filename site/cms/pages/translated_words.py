"""Words of a page and their language: a translation that lacks some shows the canonical page's, marked as such."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.html import format_html_join
from django.utils.translation import get_language
from wagtail.models import Page

from cms.people import Person
from cms.visibility import visible_to


@dataclass(frozen=True)
class TranslatedText:
    """A text, and its language where that is not the page's own (for the attribute `lang`)."""

    text: str = ""
    lang: str = ""

    def __str__(self) -> str:
        return str(self.text)

    def __bool__(self) -> bool:
        return bool(str(self.text).strip())

    @property
    def html(self) -> str:
        """For components that take only a text: each paragraph states its language where it is another."""
        if not (self and self.lang):
            return self.text
        paragraphs = self.text.replace("\r\n", "\n").split("\n\n")
        return format_html_join("\n\n", '<span lang="{}">{}</span>', ((self.lang, paragraph) for paragraph in paragraphs))


def translated_text(page: Page, canonical: Page, field: str) -> TranslatedText:
    """The words of a field: the page's own, or the canonical page's with its language."""
    return pick(getattr(page, field), getattr(canonical, field), translated=is_foreign(page, canonical))


def is_foreign(page: Page, canonical: Page) -> bool:
    """Whether the words of the canonical page are in another language than the reader's.

    So they are on a translation, and in an English list that shows an untranslated page.
    """
    return page.pk != canonical.pk or get_language() != settings.LANGUAGE_CODE


def pick(own: str, original: str, *, translated: bool) -> TranslatedText:
    """`own` unless it is empty or merely a copy of `original`, which is then shown in its language."""
    if not translated or (own.strip() and own != original):
        return TranslatedText(own)
    return TranslatedText(original, settings.LANGUAGE_CODE)


class TranslatedRows:
    """Words of a page's child rows (phases, updates, documents), matched by translation key."""

    def __init__(self, page: Page, canonical: Page, relation: str) -> None:
        rows = getattr(page, relation).all() if page.pk != canonical.pk else ()
        self.translated = is_foreign(page, canonical)
        self._own = {row.translation_key: row for row in rows}

    def of(self, row: Any, field: str) -> TranslatedText:
        """The words of a canonical row's field."""
        original = getattr(row, field)
        own = self._own.get(row.translation_key, row)
        return pick(getattr(own, field), original, translated=self.translated)


def translations_of(pages: Iterable[Any], queryset: QuerySet[Any], person: Person | None) -> dict[Any, Any]:
    """The visible translations of canonical pages into the reader's language, by translation key."""
    language = get_language()
    if language == settings.LANGUAGE_CODE:
        return {}
    keys = [page.translation_key for page in pages]
    translations = queryset.filter(translation_key__in=keys, locale__language_code=language, alias_of=None)
    return {page.translation_key: page for page in visible_to(translations, person).select_related("locale")}


def page_url(page: Page, request: Any) -> str:
    """The page's address, relative where it can be."""
    return page.get_url(request) or ""
