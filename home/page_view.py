"""What the pages of `home` show."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.models import Page

from cms.pages.breadcrumbs import breadcrumbs_of
from cms.pages.views import page_view
from cms.plugins.home_sections import HomeColumn, home_sections
from cms.visibility import visible_to
from home.models import AccessibilityStatementPage, HomePage, StandardPage


@page_view("home.HomePage")
def home_context(request: HttpRequest, page: HomePage) -> dict[str, Any]:
    """The variables of the start page."""
    return {**sections_by_column(page.canonical, request)}


@page_view("home.StandardPage")
def standard_context(request: HttpRequest, page: StandardPage) -> dict[str, Any]:
    """The variables of a page of text: its breadcrumbs and the pages below."""
    children = visible_to(Page.objects.child_of(page), request.user)
    below = [{"title": child.title, "url": child.get_url(request)} for child in children]
    return {"breadcrumbs": breadcrumbs_of(page, request), "below": below}


@page_view("home.AccessibilityStatementPage")
def statement_context(request: HttpRequest, page: AccessibilityStatementPage) -> dict[str, Any]:
    """The variables of the accessibility statement."""
    return {"breadcrumbs": breadcrumbs_of(page, request)}


def sections_by_column(home: Any, request: HttpRequest) -> dict[str, list[SafeString]]:
    """The start page's sections in the order of its rows, rendered; one whose plugin is off, or that has nothing to say, is left out."""
    columns: dict[str, list[SafeString]] = {column.value: [] for column in HomeColumn}
    for row in home.sections.all():
        section = home_sections.get(row.section)
        context = section.context(request) if section else None
        if section and context is not None:
            columns[section.column.value].append(render_to_string(section.template, context, request))
    return columns
