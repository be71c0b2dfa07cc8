"""Entries of the main navigation that plugins add beside the pages shown in menus."""

from dataclasses import dataclass

from django.utils.functional import Promise

from cms.plugins.registry import Registry


@dataclass(frozen=True)
class NavigationItem:
    """A link in the main navigation, or with `in_footer` among the statements at the foot: a name, its words, a url without arguments."""

    name: str
    label: str | Promise
    url_name: str
    order: int = 100
    in_footer: bool = False


navigation_items: Registry[NavigationItem] = Registry("navigation_items", NavigationItem)
