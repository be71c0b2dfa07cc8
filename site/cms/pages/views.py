"""What pages show: for each page type the function behind it, told by the plugins, so that models know no view."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpRequest
from wagtail.models import Page

from cms.plugins.registry import Registry

View = TypeVar("View", bound=Callable[[HttpRequest, Any], Any])


@dataclass(frozen=True)
class PageView:
    """The function behind a page type ("app_label.Model"), or behind one of its further addresses ("app_label.Model atom")."""

    name: str
    view: Callable[[HttpRequest, Any], Any]


page_views: Registry[PageView] = Registry("page_views", PageView)


def page_view(page_type: str, address: str = "") -> Callable[[View], View]:
    """Decorator: announce `view(request, page)` as what a page type shows: the variables of its template.

    With `address` it answers one of the page's further addresses and gives a response. The module
    that holds it is imported in the plugin's `ready()`. Raises ImproperlyConfigured for a second one.
    """

    def announce(view: View) -> View:
        page_views.register(PageView(_name(page_type, address), view))
        return view

    return announce


def shown_by(page: Page, request: HttpRequest, address: str = "") -> Any:
    """What the page's view gives; an empty mapping for a page type that shows nothing but its own fields."""
    known = page_views.get(_name(page._meta.label, address))
    return known.view(request, page) if known else {}


def _name(page_type: str, address: str) -> str:
    return f"{page_type} {address}".strip()
