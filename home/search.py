"""What the search finds of the standard pages."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import get_text_for_indexing

from cms.search.pages import PageWords, register_pages
from home.models import AccessibilityStatementPage, StandardPage


def register() -> None:
    """Called when the app is ready."""
    register_pages("home.standard_page", _("Page"), StandardPage, _read_pages, order=80)
    register_pages("home.statement", _("Accessibility statement"), AccessibilityStatementPage, _read_statements, order=90)


def _read_pages(pages: Sequence[StandardPage]) -> dict[int, PageWords]:
    return {page.pk: PageWords(f"{page.introduction}\n{get_text_for_indexing(page.body)}") for page in pages}


def _read_statements(pages: Sequence[AccessibilityStatementPage]) -> dict[int, PageWords]:
    return {page.pk: PageWords("\n".join(_statement_texts(page))) for page in pages}


def _statement_texts(page: AccessibilityStatementPage) -> list[str]:
    return [get_text_for_indexing(page.introduction), get_text_for_indexing(page.known_gaps), page.tested_how]
