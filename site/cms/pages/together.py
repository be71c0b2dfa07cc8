"""Translations that go and come back with their original; those unpublished on their own stay away.

A translation comes back in the words that were public. What holds it back (the page's own gate, an address that
another page has taken) is told to whoever publishes, and stands in its history.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.models import TakenAlong
from cms.notices import note


def take_along(original: Page, page: Page) -> None:
    """Unpublish a translation with its original, and remember what was public of it."""
    specific = page.specific
    public = specific.live_revision or specific.save_revision(clean=False)
    TakenAlong.objects.update_or_create(page_id=page.pk, defaults={"original_id": original.pk, "revision_id": public.pk})
    specific.unpublish()
    note(_("“%(page)s” (%(language)s) is unpublished too. It comes back when you publish the original again.") % _named(page))


def bring_back(original: Page) -> None:
    """Publish the translations that went with a page which is public again."""
    for row in TakenAlong.objects.filter(original=original.pk).select_related("page__locale", "revision"):
        page = row.page
        if not page.live:
            reason = _publish(row)
            page.refresh_from_db()
            if page.live:
                note(_("“%(page)s” (%(language)s) is public again too.") % _named(page))
            else:
                note(
                    _("“%(page)s” (%(language)s) is not public again: publish it yourself. %(reason)s")
                    % (_named(page) | {"reason": reason})
                )
        if page.live:
            row.delete()


def forget(page: Page) -> None:
    """A translation that somebody published has its own way again."""
    TakenAlong.objects.filter(page=page.pk).delete()


def forget_original(page: Page) -> None:
    """What went with a page that is deleted has nothing to come back with."""
    TakenAlong.objects.filter(original=page.pk).delete()


def _publish(row: TakenAlong) -> str:
    """Why it could not be published; empty where nothing says so."""
    page = row.page.specific
    revision = row.revision or page.get_latest_revision() or page.save_revision(clean=False)
    try:
        with transaction.atomic():
            revision.publish()
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _named(page: Any) -> dict[str, str]:
    return {"page": page.title, "language": page.locale.get_display_name()}


def named_with(pages: list[Page], action: str) -> dict[Page, Any]:
    """Hook `construct_translated_pages_to_cascade_actions`: what Wagtail's page to confirm a deletion names and deletes."""
    return {page: translations_of(page) for page in pages} if action == "delete" else {}


def delete_with(request: HttpRequest, original: Page) -> None:
    """Hook `after_delete_page`: no translation stays, wherever it stood; it would be an original by itself."""
    for page in translations_of(original):
        Page.objects.get(pk=page.pk).specific.delete(user=request.user)


def delete_with_many(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Hook `after_bulk_action`."""
    for page in objects if action_type == "delete" else ():
        if isinstance(page, Page):
            delete_with(request, page)


def translations_of(page: Page) -> QuerySet[Page]:
    """The translations of a page of the default language, its aliases left out; of others none."""
    if page.locale.language_code != settings.LANGUAGE_CODE or page.alias_of_id:
        return Page.objects.none()
    return Page.objects.filter(translation_key=page.translation_key, alias_of=None).exclude(locale=page.locale_id)
