"""What may be chosen as a link, an image or a file: one's own, and what is published."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from cms.media.models import SiteDocument, SiteImage
from cms.people import Person
from cms.refusals import ActionRefused
from cms.tenancy.known_pages import known_pages

FILE_RIGHTS = ("choose", "change", "delete")

Reference = tuple[type[Model], str]


def only_known(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Hook `construct_page_chooser_queryset`."""
    return pages.filter(pk__in=known_pages(request.user).values("pk"))


def references_of(row: Any) -> set[Reference]:
    """Pages, images and documents that a page names in its fields, its text or its rows."""
    references = set()
    for content_type_id, pk, _path, _place in ReferenceIndex._extract_references_from_object(row):
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None and issubclass(model, Page | SiteImage | SiteDocument):
            references.add((model, str(pk)))
    return references


def refuse_foreign(references: Iterable[Reference], person: Person) -> None:
    """Raise ActionRefused where something named is neither the person's own nor published."""
    for model, pk in references:
        if not may_choose(model, pk, person):
            raise ActionRefused(_("Something you chose is not yours to use, so nothing was saved. Choose again."))


def may_choose(model: type[Model], pk: str, person: Person) -> bool:
    """Whether a person may use a page, an image or a document."""
    if issubclass(model, Page):
        return known_pages(person).filter(pk=pk).exists()
    return usable_files(model, person).filter(pk=pk).exists()


def usable_files(model: type[Model], person: Person) -> QuerySet[Any]:
    """Images or documents of the collections that are open to a person."""
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(person, FILE_RIGHTS)
