"""Entries of the main navigation that plugins add beside the pages shown in menus."""

from dataclasses import dataclass

from django.utils.functional import Promise

from cms.registry import Registry


@dataclass(frozen=True)
class NavigationItem:
    """A link in the main navigation: a name, its words and the name of a url without arguments."""

    name: str
    label: str | Promise
    url_name: str
    order: int = 100


navigation_items: Registry[NavigationItem] = Registry("navigation_items", NavigationItem)
