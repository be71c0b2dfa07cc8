"""The admin's main menu in the order of the work: plugins first (orders 100 to 199), then Wagtail's own.

The page tree is left out, there and on the first page, for those who may not open it: moderators edit no page.
"""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.site_summary import PagesSummaryItem

AFTER_THE_WORK = 200


def pages_after_the_work(request: HttpRequest, menu_items: list[Any]) -> None:
    """Hook `construct_main_menu`: the page tree comes after the lists that people work in."""
    for item in menu_items:
        if item.name == "explorer":
            item.order = AFTER_THE_WORK
    if not user_has_any_page_permission(request.user):
        menu_items[:] = [item for item in menu_items if item.name != "explorer"]
    menu_items.sort(key=lambda item: item.order)


def no_closed_pages(request: HttpRequest, summary_items: list[Any]) -> None:
    """Hook `construct_homepage_summary_items`."""
    if not user_has_any_page_permission(request.user):
        summary_items[:] = [item for item in summary_items if not isinstance(item, PagesSummaryItem)]
