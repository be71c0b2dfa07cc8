"""Pages whose plugin is switched off: they rest, and nobody edits, deletes or reads them meanwhile."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.pages.plain_front import is_shown_by_host
from cms.refusals import ActionRefused

PAGE_VIEWS = "wagtailadmin_pages"
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
BULK_VIEW = "wagtail_bulk_action"


def refuse_to_serve(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """Answer 404 for a page whose plugin is off; those below it are served."""
    if page.specific_class is None and not is_shown_by_host(page, request):
        raise Http404


def refuse_to_change(request: HttpRequest, page: Page) -> None:
    """Refuse to edit, copy, move, unpublish or delete a page of a plugin that is off, or one above it."""
    resting = [
        row.content_type for row in page.get_descendants(inclusive=True).select_related("content_type") if row.specific_class is None
    ]
    if resting:
        raise ActionRefused(refusal_text(resting[0]), return_url=reverse("wagtailadmin_explore", args=[page.get_parent().pk]))


def refuse_in_admin(request: HttpRequest, arguments: dict[str, Any]) -> None:
    """Refuse every admin view of a page whose plugin is off: Wagtail's own fail before they ask a hook."""
    for page in Page.objects.filter(pk__in=_pages_of_view(request, arguments)).select_related("content_type"):
        if page.specific_class is None:
            raise ActionRefused(refusal_text(page.content_type), return_url=reverse("wagtailadmin_explore", args=[page.get_parent().pk]))


def _pages_of_view(request: HttpRequest, arguments: dict[str, Any]) -> list[Any]:
    match = request.resolver_match
    if match is not None and match.namespace == PAGE_VIEWS:
        return [arguments[name] for name in PAGE_ARGUMENTS if name in arguments]
    if match is not None and match.url_name == BULK_VIEW and arguments.get("model_name") == "page":
        return [pk for pk in request.GET.getlist("id") if pk.isdecimal()]
    return []


def refuse_bulk(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Refuse a bulk action that would change a page whose plugin is off."""
    for page in objects:
        if isinstance(page, Page):
            refuse_to_change(request, page)


def refusal_text(content_type: ContentType) -> str:
    """The refusal; it names the plugin, so that somebody can switch it on."""
    return _("This page belongs to the plugin “%(plugin)s”, which is switched off. Switch it on to change the page.") % {
        "plugin": content_type.app_label
    }
