"""Breadcrumbs: where a page stands."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.visibility import visible_among, visible_to

Step = dict[str, Any]


def home_step() -> Step:
    """The front of the site in the reader's language."""
    return {"label": _("Home"), "url": reverse("wagtail_serve", args=[""])}


def breadcrumbs_of(page: Page, request: HttpRequest) -> list[Step]:
    """The visible pages above a page, and the page itself."""
    steps = [{"label": step.title, "url": step.get_url(request)} for step in _visible_above(page, request)]
    return [home_step(), *steps, {"label": page.title}]


def _visible_above(page: Page, request: HttpRequest) -> Iterable[Page]:
    """The visible pages above a page; they are known where it was found by its address."""
    if page.pages_above:
        return visible_among(page.pages_above[1:], request.user)
    return visible_to(page.get_ancestors().filter(depth__gt=2), request.user).select_related("locale")


def breadcrumbs_to(*steps: Step) -> list[Step]:
    """The breadcrumbs of a page that is no Wagtail page."""
    return [home_step(), *steps]
