"""Ways in which a page stops being everybody's."""

from typing import Any

from wagtail.models import Page, PageViewRestriction

from tests.factories import SectionFactory


def unpublish(page: Any) -> None:
    page.unpublish()


def make_private(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)


def move_below_private(page: Any) -> None:
    closed = SectionFactory(title="Stängd sektion", slug="stangd")
    make_private(closed)
    page.move(closed, pos="last-child")


def delete(page: Any) -> None:
    Page.objects.get(pk=page.pk).delete()


CLOSINGS = (unpublish, make_private, move_below_private, delete)
