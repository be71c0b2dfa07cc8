"""The ways from addresses that documents had: of replaced files, and of documents that others took the place of."""

import re
import unicodedata
from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_save, pre_delete, pre_save

from cms.media.models import FormerAddress, SiteDocument

ADDRESS = re.compile(r"/_/documents/(?P<number>[0-9]{1,18})/(?P<filename>[^/?#\s]+)")
# What the storage adds to a name that is taken.
_ADDED = re.compile(r"_[A-Za-z0-9]{7}(?=(?:\.[^.]*)?$)")


def connect() -> None:
    """Called once, when the app is ready."""
    pre_save.connect(remember_replaced_file, sender=SiteDocument, dispatch_uid="cms_media_replaced_file")
    post_save.connect(take_over_same, sender=SiteDocument, dispatch_uid="cms_media_uploaded_again")
    pre_delete.connect(remember_deleted, sender=SiteDocument, dispatch_uid="cms_media_deleted_document")


def document_now_at(number: int, filename: str) -> SiteDocument | None:
    """The document that an address leads to now, which it did not have or has no more; None for one that no document ever had."""
    known = FormerAddress.objects.filter(number=number)
    row = next((row for row in known if is_same_name(row.filename, filename)), None)
    return SiteDocument.objects.select_related("collection").filter(pk=row.leads_to).first() if row else None


def is_same_name(name: str, other: str) -> bool:
    """Whether two file names are one, however their letters are composed."""
    return unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", other)


def orphaned(number: int) -> QuerySet[FormerAddress]:
    """Addresses that led to a document that was deleted."""
    rows = FormerAddress.objects.filter(leads_to=number)
    return rows.none() if SiteDocument.objects.filter(pk=number).exists() else rows


def take_over(document: SiteDocument, number: int) -> None:
    """Let every address of a deleted document lead to the one that takes its place."""
    orphaned(number).update(leads_to=document.pk)


def remember_replaced_file(instance: SiteDocument, raw: bool = False, **kwargs: Any) -> None:
    """Keep the address of a file that another one replaces."""
    before = None if raw or instance.pk is None else SiteDocument.objects.filter(pk=instance.pk).first()
    if before is not None and before.file and before.file.name != instance.file.name:
        _remember(before)


def remember_deleted(instance: SiteDocument, **kwargs: Any) -> None:
    """Keep the address of a document that goes, for the one that may take its place."""
    _remember(instance)


def take_over_same(instance: SiteDocument, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    """Whoever deletes a document and uploads it again, under its title and file name in its collection, corrects it."""
    if raw or not created:
        return
    same = FormerAddress.objects.filter(collection=instance.collection_id, title=instance.title).exclude(
        leads_to__in=SiteDocument.objects.values("pk")
    )
    for row in same:
        if _plain_name(row.filename) == _plain_name(instance.filename):
            take_over(instance, row.leads_to)


def _remember(document: SiteDocument) -> None:
    FormerAddress.objects.update_or_create(
        number=document.pk,
        filename=document.filename,
        defaults={"leads_to": document.pk, "title": document.title, "collection_id": document.collection_id},
    )


def _plain_name(filename: str) -> str:
    return unicodedata.normalize("NFC", _ADDED.sub("", filename)).casefold()
