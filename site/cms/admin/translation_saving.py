"""How a translation is saved: as a draft first, and public only by somebody who may publish it.

wagtail-localize publishes after the commit and as nobody, so that no right is asked and a gate that refuses tells
nobody; and it writes the words of a draft into the row that visitors read. Every road of its own (send, synchronise,
publish, the worker's trees) saves by `Translation.save_target`, which is this one (`cms.wagtail_internals`).
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from cms.people import Person


def save_target(translation: Translation, user: Person | None = None, publish: bool = True) -> None:
    """Save a translated page as a draft, and publish it as the person where they may.

    What refuses a publication (a page's own gate) is raised, so that a form's transaction takes all of it back.
    """
    page = save_draft(translation, user)
    if publish and may_publish(page, user):
        page.get_latest_revision().publish(user=user)


def save_draft(translation: Translation, user: Person | None = None) -> Any:
    """The translated page with a new draft of the words as they are now; what visitors read, an alias too, stays as it is."""
    source = translation.source
    page = _page_of(translation)
    if page is None:
        _begin_above(source, translation.target_locale, user)
    elif page.live:
        _hold_row(page)
        source.get_translated_instance = lambda locale: page
    saved, _is_new = source.create_or_update_translation(
        translation.target_locale, user=user, publish=False, fallback=True, copy_parent_pages=True
    )
    return Page.objects.get(pk=saved.pk).specific


def may_publish(page: Page, user: Person | None) -> bool:
    """Whether a page may be published by a person; nobody is a process of the site, which publishes what people decided."""
    return user is None or page.permissions_for_user(user).can_publish()


def may_publish_all(source: TranslationSource, user: Person) -> bool:
    """Whether every translation of a page may be published by a person."""
    targets = Translation.objects.filter(source=source, enabled=True).values("target_locale")
    return all(may_publish(page, user) for page in Page.objects.filter(translation_key=source.object_id, locale__in=targets))


def refuse_alias(page_id: int, user: Person) -> None:
    """Raise PermissionDenied where a page would be made an alias, which shows its original at once, by somebody who may not publish it."""
    page = Page.objects.filter(pk=page_id).first()
    if page is not None and not may_publish(page, user):
        raise PermissionDenied


def _page_of(translation: Translation) -> Any:
    pages = Page.objects.filter(translation_key=translation.source.object_id, locale=translation.target_locale)
    page = pages.first()
    return page.specific if page is not None else None


def _hold_row(page: Any) -> None:
    """Let a page take new words without writing them into its row: only what a revision notes about itself is written."""
    write = page.save

    def save(*args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        if update_fields is not None:
            write(*args, update_fields=update_fields, **kwargs)

    page.save = save


def _begin_above(source: TranslationSource, locale: Locale, user: Person | None) -> None:
    """Draft translations of the pages above that have none: wagtail-localize would put live aliases there, in the other language."""
    for above in source.get_source_instance().get_ancestors().filter(depth__gt=1):
        if not above.has_translation(locale):
            parent, _is_new = TranslationSource.get_or_create_from_instance(above.specific)
            save_draft(Translation.objects.get_or_create(source=parent, target_locale=locale)[0], user)
