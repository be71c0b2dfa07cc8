"""Sections of the start page: what plugins offer, shown by key where `home` (or the host's own front) wants them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise

from cms.plugins.registry import Registry


class HomeColumn(StrEnum):
    """Where a section stands on a wide screen; on a narrow one all stand below each other, in this order."""

    MAIN = "main"
    SIDE = "side"
    WIDE = "wide"  # below both


@dataclass(frozen=True)
class HomeSection:
    """A section that a plugin offers to the start page.

    `name` is stored in rows of the start page and never changes (prefix it with the plugin's label);
    `context(request)` gives the template's variables and returns None to leave the section out. With `instead_template`
    it is also offered, shorter, where somebody came to a page that is not there.
    """

    name: str
    label: str | Promise
    template: str
    context: Callable[[HttpRequest], dict[str, Any] | None]
    column: HomeColumn = HomeColumn.MAIN
    instead_template: str = ""


home_sections: Registry[HomeSection] = Registry("home_sections", HomeSection)


def offered_instead(request: HttpRequest) -> list[str]:
    """What is offered to whoever came to a page that is not there: sections, rendered."""
    rendered: list[str] = []
    for section in home_sections:
        context = section.context(request) if section.instead_template else None
        if context is not None:
            rendered.append(render_to_string(section.instead_template, context, request))
    return rendered
