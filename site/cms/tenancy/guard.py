"""The guard before every view of the admin: may this person know of what the address names, and do it there?"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.refusals import ActionRefused
from cms.tenancy import bulk, forms
from cms.tenancy.known_pages import explorable_pages, known_pages, works_with

PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "page_pk")
PAGES_BY_PK = ("wagtailadmin_pages:revisions_compare", "wagtailadmin_api:pages:detail")
EXPLORING = ("wagtailadmin_explore", "wagtailadmin_explore_results")
CHOOSING = ("wagtailadmin_choose_page_child", "wagtailadmin_api:pages:detail")
PLACES_POSTED = ("new_parent_page", "parent_page", "chooser")
LONGEST_NUMBER = 18


def refuse_strangers(request: HttpRequest, arguments: dict[str, Any]) -> None:
    """Raise Http404 for what a person may not know of, PermissionDenied or ActionRefused for what they may not do."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return  # Wagtail leads them to the login
    _refuse_long_numbers(request, arguments)
    forms.refuse_incomplete(request)
    if request.user.is_superuser:
        return
    view = request.resolver_match.view_name if request.resolver_match else ""
    for pk in _pages_named(view, arguments):
        _refuse_page(request, view, pk)
    for pk in _places_named(request, arguments):
        _refuse_place(request, pk)
    bulk.refuse_foreign(request, arguments)


def _refuse_long_numbers(request: HttpRequest, arguments: dict[str, Any]) -> None:
    """Refuse a number longer than any id, which the database could not compare."""
    for value in (*arguments.values(), *request.GET.getlist("id")):
        if str(value).isdecimal() and len(str(value)) > LONGEST_NUMBER:
            raise Http404


def _pages_named(view: str, arguments: dict[str, Any]) -> list[Any]:
    names = (*PAGE_ARGUMENTS, "pk") if view in PAGES_BY_PK else PAGE_ARGUMENTS
    return [arguments[name] for name in names if arguments.get(name)]


def _refuse_page(request: HttpRequest, view: str, pk: Any) -> None:
    page = known_pages(request.user).filter(pk=pk).first()
    if page is None:
        page = Page.objects.filter(pk=pk).first()
        if page is None or not works_with(page, request.user):  # somebody who reviews it knows it too
            raise Http404
    if view in CHOOSING:
        return
    inside = explorable_pages(request.user).filter(pk=pk).exists() if view in EXPLORING else works_with(page, request.user)
    if not inside:
        raise PermissionDenied


def _places_named(request: HttpRequest, arguments: dict[str, Any]) -> list[Any]:
    """Pages below which something is to be put."""
    posted = [request.POST.get(name) for name in PLACES_POSTED] if request.method == "POST" else []
    return [pk for pk in (arguments.get("destination_id"), *posted) if pk and str(pk).isdecimal()]


def _refuse_place(request: HttpRequest, pk: Any) -> None:
    """Refuse a place to put pages in, in one sentence whether it belongs to others or does not exist."""
    place = Page.objects.filter(pk=pk).first() if len(str(pk)) <= LONGEST_NUMBER else None
    if place is None or not place.permissions_for_user(request.user).can_add_subpage():
        raise ActionRefused(
            _("That place is not yours: nothing was moved or copied. Choose a place in your own section."),
            return_url=reverse("wagtailadmin_explore_root"),
        )
