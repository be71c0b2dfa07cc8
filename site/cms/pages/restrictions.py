"""Restricted pages: what stands below one is not there for those outside, whether it exists or not.

Wagtail alone sends a signed-in outsider to the login again and again, and answers 404 only where nothing
exists, so that anybody could find out what does. Here the address decides, before a page is looked up.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import add_never_cache_headers
from wagtail.models import Page, PageViewRestriction, Site

from cms.people import Person
from cms.visibility import page_restrictions

GetResponse = Callable[[HttpRequest], HttpResponse]

NO_PAGES_HERE = ("/admin/", "/_/")


class RestrictedPages:
    """Answer every address below a restricted page alike: the login for somebody unknown, 404 for an outsider.

    It stands outside the redirects of pages that moved: those would tell what there is.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        restrictions = [] if _is_open(request) else restrictions_above(request)
        if not restrictions:
            return self.get_response(request)
        inside = all(passes(restriction, request.user) for restriction in restrictions)
        response = self.get_response(request) if inside else refuse(request)
        add_never_cache_headers(response)
        return response


def restrictions_above(request: HttpRequest) -> list[PageViewRestriction]:
    """Restrictions of the pages that an address lies at or below."""
    site = Site.find_for_request(request)
    path = request.path if request.path.endswith("/") else f"{request.path}/"
    above = [row for row in page_restrictions() if site is not None and path.startswith(_page_path(row.page, site, request))]
    return above if above and _may_be_page(request.path_info) else []


def passes(restriction: PageViewRestriction, person: Person) -> bool:
    """Whether a person is inside. Only groups open a page: "login" would let every citizen's account in."""
    if not person.is_authenticated:
        return False
    if person.is_superuser:
        return True
    if restriction.restriction_type != PageViewRestriction.GROUPS:
        return False
    return person.groups.filter(pk__in=[group.pk for group in restriction.groups.all()]).exists()


def refuse(request: HttpRequest) -> HttpResponse:
    """The login for somebody unknown. Raises Http404 for somebody signed in."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path(), reverse("account_login"))


def refuse_outsiders(serve: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wagtail's hook around serving a page: an alias elsewhere is as closed as its source and what stands above that."""

    def serve_to_insiders(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated and not page.alias_of_id:
            return serve(page, request, args, kwargs)  # Wagtail itself leads to the login
        restrictions = [row for asked in (page, page.alias_of) if asked for row in asked.get_view_restrictions().prefetch_related("groups")]
        response = serve(page, request, args, kwargs) if all(passes(row, request.user) for row in restrictions) else refuse(request)
        if restrictions:
            add_never_cache_headers(response)
        return response

    return serve_to_insiders


def _is_open(request: HttpRequest) -> bool:
    """Whether an address is open: those without pages, and the editor's preview, whose right the admin has asked for."""
    return request.path_info.startswith(NO_PAGES_HERE) or getattr(request, "is_dummy", False)


def _may_be_page(path: str) -> bool:
    """Whether no other view has the address: a restricted front does not close the login."""
    try:
        return resolve(path).url_name == "wagtail_serve"
    except Resolver404:
        return True


def _page_path(page: Page, site: Site, request: HttpRequest) -> str:
    """The address of a page on this site; one that matches nothing where it stands elsewhere."""
    parts = page.get_url_parts(request)
    return parts[2] if parts and parts[2] and parts[0] == site.pk else "\n"
