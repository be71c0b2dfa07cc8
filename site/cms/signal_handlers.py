"""What follows a page to its aliases and translations: a restriction, an unpublish, a publication after it, a move."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import copy_for_translation_done, page_published, page_unpublished, post_page_move

from cms.pages import together
from cms.pages.redirect_rules import keep_way_to_other_site


def connect() -> None:
    """Called once, when the apps are ready."""
    post_save.connect(restrict_new_follower, dispatch_uid="cms_restrict_new_follower")
    post_save.connect(restriction_saved, sender=PageViewRestriction, dispatch_uid="cms_restriction_saved")
    m2m_changed.connect(restriction_groups_changed, sender=PageViewRestriction.groups.through, dispatch_uid="cms_restriction_groups")
    post_delete.connect(restriction_deleted, sender=PageViewRestriction, dispatch_uid="cms_restriction_deleted")
    page_unpublished.connect(unpublish_followers, dispatch_uid="cms_unpublish_followers")
    page_published.connect(publish_followers, dispatch_uid="cms_publish_followers")
    post_delete.connect(forget_deleted, dispatch_uid="cms_forget_deleted")
    copy_for_translation_done.connect(leave_dates_to_original, dispatch_uid="cms_leave_dates_to_original")
    post_page_move.connect(move_followers, dispatch_uid="cms_move_followers")
    post_page_move.connect(keep_way_to_other_site, dispatch_uid="cms_keep_way_to_other_site")


def followers_of(page: Page) -> list[Page]:
    """Translations and aliases that follow a page of the default language."""
    if page.locale.language_code != settings.LANGUAGE_CODE or page.alias_of_id:
        return []
    same = Q(translation_key=page.translation_key) | Q(alias_of__translation_key=page.translation_key)
    return list(Page.objects.filter(same).exclude(pk=page.pk))


def restriction_saved(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    """Restrict the followers as the page is restricted."""
    if raw:
        return
    for page in followers_of(instance.page):
        copy = page.view_restrictions.first() or page.view_restrictions.create(restriction_type=instance.restriction_type)
        page.view_restrictions.exclude(pk=copy.pk).delete()  # Wagtail copies those of an alias as well
        PageViewRestriction.objects.filter(pk=copy.pk).update(restriction_type=instance.restriction_type, password=instance.password)
        copy.groups.set(instance.groups.all())


def restrict_new_follower(instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    """A translation or an alias of a restricted page is born restricted."""
    if raw or not created or not isinstance(instance, Page):
        return
    sources = Q(page__translation_key=instance.translation_key)
    if instance.alias_of_id:
        sources |= Q(page=instance.alias_of_id)
    for restriction in PageViewRestriction.objects.filter(sources).exclude(page=instance.pk):
        restriction_saved(restriction)


def restriction_groups_changed(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Groups are set after the restriction itself is saved."""
    if not reverse and action.startswith("post_"):
        restriction_saved(instance)


def restriction_deleted(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Open the followers again."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        PageViewRestriction.objects.filter(page__in=followers_of(page)).delete()


def unpublish_followers(instance: Page, **kwargs: Any) -> None:
    """A page that is taken away is taken away in every language."""
    for page in followers_of(instance):
        if page.live and page.alias_of_id:
            page.specific.unpublish()  # an alias comes back by itself: it repeats its page
        elif page.live:
            together.take_along(instance, page)


def publish_followers(instance: Page, **kwargs: Any) -> None:
    """What went with a page comes back with it; a page that is scheduled is not back yet."""
    if instance.live and not instance.alias_of_id:
        together.forget(instance)
        together.bring_back(instance)


def forget_deleted(instance: Any, **kwargs: Any) -> None:
    """Wagtail unpublishes a page while it is deleted, after its relations were collected: it does not come back."""
    if isinstance(instance, Page):
        together.forget_original(instance)


def leave_dates_to_original(target_obj: Any, **kwargs: Any) -> None:
    """A translation comes and goes with its original: dates of its own would take it away at the same minute, for good."""
    if isinstance(target_obj, Page) and (target_obj.expire_at or target_obj.go_live_at):
        target_obj.expire_at = target_obj.go_live_at = None
        Page.objects.filter(pk=target_obj.pk).update(expire_at=None, go_live_at=None)


def move_followers(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Translations move below the translation of the new parent; where there is none, what closes the page closes them where they are."""
    if parent_page_before.pk == parent_page_after.pk:
        return
    for page in followers_of(instance):
        target = parent_page_after.get_translation_or_none(page.locale)
        if target is None and not page.alias_of_id:
            _close_alike(page, parent_page_after)
        elif target is not None and not page.is_child_of(target) and not page.alias_of_id:
            page.move(target, pos="last-child")


def _close_alike(page: Page, parent: Page) -> None:
    """Restrict a page as those are that stand below a parent."""
    restriction = parent.get_view_restrictions().first()
    if restriction is not None and not page.get_view_restrictions().exists():
        copy = page.view_restrictions.create(restriction_type=restriction.restriction_type, password=restriction.password)
        copy.groups.set(restriction.groups.all())
