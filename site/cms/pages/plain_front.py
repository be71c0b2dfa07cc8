"""The front page where no plugin has one: a plain page, or one whose plugin is off, lists the live top sections."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, Site

from cms.visibility import visible_to

Serve = Callable[..., HttpResponse]


def is_front(page: Page, request: HttpRequest) -> bool:
    """Whether a page is the front of the site, in any language."""
    site = Site.find_for_request(request)
    return site is not None and page.translation_key == site.root_page.translation_key


def is_shown_by_host(page: Page, request: HttpRequest) -> bool:
    """Whether the host shows this front, since no plugin does."""
    return page.specific_class in (None, Page) and is_front(page, request)


def show_plain_front(serve: Serve) -> Serve:
    """Wagtail's hook around serving a page; it stands inside the one that asks for restrictions."""

    def serve_or_show(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        if is_shown_by_host(page, request):
            return render(request, "cms/front.html", {"page": page, "sections": sections_below(page, request)})
        return serve(page, request, args, kwargs)

    return serve_or_show


def sections_below(front: Page, request: HttpRequest) -> list[dict[str, Any]]:
    """The live pages directly below a front that this person may see."""
    return [
        {"title": page.title, "url": page.get_url(request), "summary": page.search_description}
        for page in visible_to(Page.objects.child_of(front), request.user)
    ]
