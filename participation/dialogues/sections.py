"""An administration's section: a page of its own below the index, in every language."""

from typing import Any

from django.conf import settings

from cms.organisation.models import Administration
from cms.setup import Words, ensure_page
from participation.dialogues.partners import share_all_with
from participation.models import AdministrationSectionPage, DialogueIndexPage


def open_section(administration: Administration) -> list[AdministrationSectionPage]:
    """The sections of an administration in the default language, made if there is none; their names follow its name."""
    share_all_with(administration)
    index = DialogueIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None).first()
    if index is None:
        return []
    known = list(_sections_of(administration))
    for section in known:
        _rename(section, administration)
    words = _words(administration, index)
    if not known:
        return [ensure_page(index, AdministrationSectionPage, words, administration=administration)]
    for section in known:
        ensure_page(index, AdministrationSectionPage, words, page=section)
    return known


def _sections_of(administration: Administration) -> Any:
    rows = AdministrationSectionPage.objects.filter(administration=administration, alias_of=None)
    return rows.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path")


def _words(administration: Administration, index: DialogueIndexPage) -> dict[str, Words]:
    """The section's name and slug in each language that the index exists in."""
    parents = {page.locale.language_code: page for page in index.get_translations(inclusive=True)}
    return {code: Words(_title(administration, code), _free_slug(administration.slug, page)) for code, page in parents.items()}


def _title(administration: Administration, code: str) -> str:
    return (administration.name_en if code == "en" else "") or administration.name


def _former_title(administration: Administration, code: str) -> str:
    return (administration.room_name_en if code == "en" else "") or administration.room_name


def _free_slug(slug: str, parent: DialogueIndexPage) -> str:
    """The administration's slug, with a number where another page below the index has it."""
    taken = set(parent.get_children().values_list("slug", flat=True))
    names = (slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _rename(section: AdministrationSectionPage, administration: Administration) -> None:
    """A section that still bears the administration's former name bears its new one; a title that somebody chose stays."""
    for page in section.get_translations(inclusive=True).specific():
        code = page.locale.language_code
        former, title = _former_title(administration, code), _title(administration, code)
        draft = page.get_latest_revision_as_object()
        if title == former or {page.title, draft.title} != {former}:
            continue
        is_published = page.live and not page.has_unpublished_changes
        draft.title = title
        revision = draft.save_revision()
        if is_published:
            revision.publish()
