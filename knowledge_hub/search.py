"""What the search finds of the hub, for the staff group: guides, with their steps, checklists and methods, and who keeps them."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.search.changes import tell_changed
from cms.search.pages import PageWords, in_all_languages, register_pages
from cms.search.registry import Shown
from knowledge_hub.models import GuidePage, KnowledgeHubPage, Method

GUIDE = "knowledge_hub.guide"


def register() -> None:
    """Called when the app is ready."""
    register_pages(GUIDE, gettext_lazy("Guide"), GuidePage, _read_guides, show=_show_guides, order=15)
    register_pages("knowledge_hub.hub", gettext_lazy("Knowledge hub"), KnowledgeHubPage, _read_hubs, order=95)


def connect() -> None:
    """Hear of methods, which guides name."""
    for signal in (post_save, post_delete):
        signal.connect(method_changed, sender=Method, dispatch_uid="finding_method")


def method_changed(instance: Method, raw: bool = False, **kwargs: Any) -> None:
    """A method was renamed or taken away."""
    if not raw:
        tell_changed(GUIDE, in_all_languages(GuidePage.objects.filter(methods=instance.pk)))


def _read_guides(pages: Sequence[GuidePage]) -> dict[int, PageWords]:
    return {page.pk: PageWords("\n".join(text for text in _texts(page) if text), _facets(page)) for page in pages}


def _texts(page: GuidePage) -> Iterator[str]:
    yield from (page.summary, page.good_when, page.not_when, page.time_needed, page.to_bring)
    for step in page.steps.all():
        yield f"{step.title}. {step.text}"
    yield from (item.text for item in page.checklist.all())
    language = page.locale.language_code
    yield from (method.name_en if language == "en" and method.name_en else method.name for method in page.canonical.methods.all())


def _facets(page: GuidePage) -> dict[str, list[str]]:
    canonical = page.canonical
    groups = [str(group.pk) for group in canonical.target_groups.all()]
    administration = [str(canonical.administration_id)] if canonical.administration_id else []
    return {"target_group": groups, "administration": administration}


def _show_guides(pages: Sequence[GuidePage], request: HttpRequest) -> dict[int, Shown]:
    """Guides, with the person who keeps each: whom a colleague asks."""
    shown = {}
    for page in pages:
        owner = page.canonical.owner_person
        meta = (_("Ask %(person)s") % {"person": owner},) if owner else ()
        shown[page.pk] = Shown(page.get_url(request) or "", meta)
    return shown


def _read_hubs(pages: Sequence[KnowledgeHubPage]) -> dict[int, PageWords]:
    return {page.pk: PageWords(page.introduction) for page in pages}
