"""The admin's main menu in the order of the work: plugins first (orders 100 to 199), then Wagtail's own."""

from typing import Any

from django.http import HttpRequest

AFTER_THE_WORK = 200


def pages_after_the_work(request: HttpRequest, menu_items: list[Any]) -> None:
    """Hook `construct_main_menu`: the page tree comes after the lists that people work in."""
    for item in menu_items:
        if item.name == "explorer":
            item.order = AFTER_THE_WORK
    menu_items.sort(key=lambda item: item.order)
