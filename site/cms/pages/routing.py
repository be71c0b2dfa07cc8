"""Find the page of an address at once: the pages along it in one query, then the one that is asked for.

Wagtail reads each page on the way twice, as a page and as its type. What this does not know (a page's own
sub-addresses, an address without a page, the front itself) is left to Wagtail.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404
from wagtail import views as wagtail_views
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.context import front_of


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view of pages, which finds its page here first."""
    find_page(request, path)
    response: HttpResponse = wagtail_views.serve(request, path)
    return response


def find_page(request: HttpRequest, path: str) -> None:
    """Keep the page of an address where Wagtail looks for it (`Page.route_for_request`)."""
    slugs = [slug for slug in path.split("/") if slug]
    front = front_of(request) if slugs else None
    chain = [front, *_pages_along(front, slugs)] if front else []
    if len(chain) <= len(slugs) or not chain[-1].live:
        return
    if any(serves_below(page, slugs[length:]) for length, page in enumerate(chain)):
        return
    page = _specific(chain[-1])
    page.pages_above = chain[:-1]
    page._cached_parent_obj = chain[-2]
    request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]


def _pages_along(front: Page, slugs: list[str]) -> list[Page]:
    """The pages that an address leads through, in its order, as far as they exist."""
    paths = [f"{front.url_path}{'/'.join(slugs[:length])}/" for length in range(1, len(slugs) + 1)]
    rows = Page.objects.filter(slug__in=slugs, url_path__in=paths).select_related("locale")
    pages = {page.url_path: page for page in rows}
    return [pages[path] for path in paths if path in pages]


def serves_below(page: Page, rest: list[str]) -> bool:
    """Whether a page serves the rest of an address by itself, as a list serves its feed; or has nobody who knows."""
    model = page.specific_class
    if model is None or not issubclass(model, RoutablePageMixin):
        return model is None or model.route is not Page.route
    try:
        page.specific_deferred.resolve_subpage("".join(["/", *(f"{slug}/" for slug in rest)]))
    except Resolver404:
        return False
    return True


def _specific(page: Page) -> Any:
    """The page as its own type, with what its type names in `read_with_page`."""
    model: Any = page.specific_class
    related = getattr(model, "read_with_page", ())
    return model._default_manager.select_related("locale", *related).get(pk=page.pk)
