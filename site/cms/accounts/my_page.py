"""Sections of one's own page, offered by whoever holds something of a person."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from cms.accounts.personal_data import Person
from cms.plugins.registry import Registry


@dataclass(frozen=True)
class MyPageSection:
    """A section of "My page", also shown to a browser without account.

    `context(request, person)` gives the template's variables, and None leaves the section out; lower `order` stands first.
    """

    name: str
    label: str | Promise
    template: str
    context: Callable[[HttpRequest, Person], dict[str, Any] | None]
    order: int = 100


my_page_sections: Registry[MyPageSection] = Registry("my_page_sections", MyPageSection)


def rendered_sections(request: HttpRequest, person: Person) -> list[SafeString]:
    """Every section that has something to say to this person."""
    rendered = []
    for section in sorted(my_page_sections, key=lambda section: section.order):
        context = section.context(request, person)
        if context is not None:
            rendered.append(render_to_string(section.template, {"label": section.label, "person": person, **context}, request))
    return rendered
