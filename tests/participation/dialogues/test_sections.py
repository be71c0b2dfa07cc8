"""An administration's section: made in every language, named as the administration is, unless somebody chose another title."""

from typing import Any

import pytest

from cms.organisation.models import Administration
from participation.dialogues.sections import open_section
from participation.models import AdministrationSectionPage, DialogueIndexPage
from tests.factories import AdministrationFactory, DialogueFactory, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def culture(site_tree: Any) -> Administration:
    """An administration without a section, where the index is read in both languages."""
    translated(site_tree.index)
    return AdministrationFactory(name="Kultur", name_en="Culture", slug="kultur", room_name="Kultur", room_name_en="Culture")


def titles(section: Any) -> dict[str, str]:
    pages = AdministrationSectionPage.objects.filter(translation_key=section.translation_key).select_related("locale")
    return {page.locale.language_code: page.title for page in pages}


def test_a_section_is_made_once_in_every_language_of_the_index(culture: Administration) -> None:
    (section,) = open_section(culture)
    assert (section.live, section.slug, titles(section)) == (True, "kultur", {"sv": "Kultur", "en": "Culture"})
    assert open_section(culture) == [section] and AdministrationSectionPage.objects.filter(administration=culture).count() == 2


def test_a_language_that_came_later_gets_its_section(site_tree: Any) -> None:
    administration = AdministrationFactory(name="Kultur", slug="kultur")
    (section,) = open_section(administration)
    assert titles(section) == {"sv": "Kultur"}
    translated(site_tree.index)
    open_section(administration)
    assert titles(section) == {"sv": "Kultur", "en": "Kultur"}


def test_an_address_that_is_taken_gets_a_number(culture: Administration, site_tree: Any) -> None:
    DialogueFactory(parent=site_tree.index, slug="kultur")
    assert open_section(culture)[0].slug == "kultur-2"


def test_a_section_follows_the_name_and_a_chosen_title_stays(culture: Administration) -> None:
    (section,) = open_section(culture)
    english = section.get_translations().get().specific
    english.title = "Arts and culture"
    english.save_revision().publish()
    culture.name, culture.name_en = "Kultur och fritid", "Culture and leisure"
    open_section(culture)
    assert titles(section) == {"sv": "Kultur och fritid", "en": "Arts and culture"}


def test_a_draft_that_waits_is_renamed_and_not_published(culture: Administration) -> None:
    (section,) = open_section(culture)
    section.refresh_from_db()
    section.save_revision()
    AdministrationSectionPage.objects.filter(pk=section.pk).update(has_unpublished_changes=True)
    culture.name = "Kultur och fritid"
    open_section(culture)
    section = AdministrationSectionPage.objects.get(pk=section.pk)
    assert (section.title, section.get_latest_revision_as_object().title) == ("Kultur", "Kultur och fritid")


def test_without_a_list_of_dialogues_in_the_default_language_there_is_no_section(site_tree: Any) -> None:
    DialogueIndexPage.objects.update(locale=site_tree.english)
    assert open_section(AdministrationFactory()) == []
