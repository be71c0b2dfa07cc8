"""Hears when a page has changed in a way that visitors see, and tells it in the same transaction."""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from cms.search.changes import tell_changed, tell_tree_changed
from cms.search.pages import kind_of, with_translations

# A draft was saved: nothing that visitors see.
OF_DRAFTS = {"latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title", "go_live_at", "expire_at"}


def connect() -> None:
    """Called once, when the apps are ready."""
    post_save.connect(page_saved, dispatch_uid="search_page_saved")
    post_delete.connect(page_deleted, dispatch_uid="search_page_deleted")
    post_page_move.connect(page_moved, dispatch_uid="search_page_moved")
    post_save.connect(restriction_changed, sender=PageViewRestriction, dispatch_uid="search_restriction_saved")
    post_delete.connect(restriction_changed, sender=PageViewRestriction, dispatch_uid="search_restriction_deleted")
    m2m_changed.connect(restriction_groups_changed, sender=PageViewRestriction.groups.through, dispatch_uid="search_restriction_groups")


def page_saved(instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """A page was published, unpublished or changed, and with it its translations."""
    if raw or not isinstance(instance, Page) or (update_fields and set(update_fields) <= OF_DRAFTS):
        return
    kind = kind_of(instance.specific_class)
    if kind:
        tell_changed(kind, with_translations(instance))


def page_deleted(instance: Any, **kwargs: Any) -> None:
    """A page is gone; its document goes with it."""
    kind = kind_of(type(instance)) if isinstance(instance, Page) else ""
    if kind:
        tell_changed(kind, [instance.pk])


def page_moved(instance: Page, **kwargs: Any) -> None:
    """A page has moved, and everything below it, perhaps under a closed page."""
    tell_tree_changed(instance.pk)


def restriction_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    """A part of the tree was closed or opened."""
    tell_tree_changed(instance.page_id)


def restriction_groups_changed(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """The groups of a restriction were set, which happens after it is saved."""
    if not reverse and action.startswith("post_"):
        restriction_changed(instance)
