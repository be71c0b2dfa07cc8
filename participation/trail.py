"""Breadcrumbs: where a page stands."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.visibility import visible_to

Step = dict[str, Any]


def home_step() -> Step:
    """The front of the site in the reader's language."""
    return {"label": _("Home"), "url": reverse("wagtail_serve", args=[""])}


def trail_of(page: Any, request: HttpRequest) -> list[Step]:
    """The visible pages above a page, and the page itself."""
    above = visible_to(page.get_ancestors().filter(depth__gt=2), request.user).select_related("locale")
    steps = [{"label": step.title, "url": step.get_url(request)} for step in above]
    return [home_step(), *steps, {"label": page.title}]


def trail_to(*steps: Step) -> list[Step]:
    """The trail of a page that is no Wagtail page."""
    return [home_step(), *steps]
