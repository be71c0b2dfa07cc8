"""A translation is a draft until somebody publishes it who may; what visitors read never holds the words of a draft."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.admin.translation_saving import save_target
from tests.factories import DialogueFactory, SectionFactory, editors_of, locale, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site_tree: Any, bo: Any, dag: Any) -> Any:
    """A live dialogue in a section that both languages have; Bo may write in it, Dag may publish too."""
    translated(site_tree.section)
    editors_of(site_tree.section, bo, name="Handläggare", rights=("add_page", "change_page"))
    editors_of(site_tree.section, dag)
    for person in (bo, dag):
        person.user_permissions.add(Permission.objects.get(codename="submit_translation", content_type__app_label="wagtail_localize"))
    return DialogueFactory(title="Trygga skolvägar", slug="skolvagar")


def send(client: Any, page: Any, **fields: Any) -> Any:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [locale("en").pk], **fields})


def english(page: Any) -> Any:
    return Page.objects.get(translation_key=page.translation_key, locale=locale("en")).specific


def write(page: Any, swedish: str, words: str) -> Translation:
    """As the translator types it."""
    translation = Translation.objects.get(source__object_id=page.translation_key)
    segment = StringSegment.objects.filter(source=translation.source, string__data=swedish).first()
    StringTranslation.objects.update_or_create(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale, defaults={"data": words}
    )
    return translation


@pytest.mark.parametrize("who", ["bo", "dag"])
def test_what_is_sent_to_be_translated_is_a_draft(page: Any, client_of: Any, request: Any, who: str) -> None:
    response = send(client_of(request.getfixturevalue(who)), page)
    copy = english(page)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[copy.pk])
    assert not copy.live and copy.has_unpublished_changes and not copy.alias_of_id
    assert client_of(None).get(f"/en{page.url}").status_code == 404


def test_what_stands_below_is_a_draft_too(page: Any, bo: Any, client_of: Any, site_tree: Any) -> None:
    Page.objects.filter(translation_key=site_tree.section.translation_key, locale=locale("en")).delete()
    Page.fix_tree()
    editors_of(site_tree.index, bo, name="Indexhandläggare", rights=("add_page", "change_page"))
    send(client_of(bo), site_tree.section, include_subtree="on")
    assert not english(site_tree.section).live and not english(page).live


def test_pages_above_without_a_translation_get_drafts_and_no_live_alias(page: Any, bo: Any, client_of: Any) -> None:
    section = SectionFactory(title="Kultur", slug="kultur")
    editors_of(section, bo, name="Kulturhandläggare", rights=("add_page", "change_page"))
    page = DialogueFactory(parent=section, title="Sommarscen", slug="sommarscen")
    send(client_of(bo), page)
    for copy in (english(section), english(page)):
        assert not copy.live and copy.alias_of_id is None, copy.title
    assert english(page).is_child_of(english(section))


def test_whoever_may_publish_publishes_from_the_translators_page(page: Any, dag: Any, client_of: Any) -> None:
    client = client_of(dag)
    send(client, page)
    write(page, "Trygga skolvägar", "Safe ways to school")
    client.post(reverse("wagtailadmin_pages:edit", args=[english(page).pk]), {"action": "publish"})
    assert english(page).live and english(page).title == "Safe ways to school"


def test_whoever_may_not_publish_does_not_by_the_translators_page(page: Any, bo: Any, client_of: Any) -> None:
    client = client_of(bo)
    send(client, page)
    response = client.post(reverse("wagtailadmin_pages:edit", args=[english(page).pk]), {"action": "publish"})
    assert response.status_code in (302, 403) and not english(page).live


def published(page: Any) -> Any:
    source, _is_new = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale("en"))
    write(page, "Trygga skolvägar", "Safe ways to school")
    save_target(translation)
    return english(page)


def test_a_synchronisation_by_whoever_may_not_publish_leaves_the_public_words(page: Any, bo: Any, client_of: Any) -> None:
    assert published(page).live
    page.title = "Trygga gator"
    page.save_revision().publish()
    source = TranslationSource.objects.get_for_instance(page)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    client_of(bo).post(address, {"publish_translations": "on"})
    copy = english(page)
    assert copy.live and copy.title == "Safe ways to school"
    save_target(Translation.objects.get(source=source), user=bo, publish=True)
    assert english(page).title == "Safe ways to school"
    assert english(page).get_latest_revision_as_object().title == "Trygga gator"  # the draft, not translated yet


def test_a_draft_of_a_live_translation_leaves_its_row_alone(page: Any, bo: Any) -> None:
    copy = published(page)
    introduction = copy.introduction
    translation = write(page, page.introduction, "Where does it feel unsafe?")
    save_target(translation, user=bo)
    assert english(page).introduction == introduction and english(page).has_unpublished_changes
    assert english(page).get_latest_revision_as_object().introduction == "Where does it feel unsafe?"
    save_target(translation)
    assert english(page).introduction == "Where does it feel unsafe?"


def test_the_gate_of_a_page_holds_on_every_road(page: Any, dag: Any, client_of: Any) -> None:
    page.live = False
    page.question = page.open_to_influence = ""
    page.save()
    client = client_of(dag)
    send(client, page)
    source = TranslationSource.objects.get_for_instance(page)
    roads = [
        (reverse("wagtailadmin_pages:edit", args=[english(page).pk]), {"action": "publish"}),
        (reverse("wagtail_localize:update_translations", args=[source.pk]), {"publish_translations": "on"}),
    ]
    for address, fields in roads:
        words = client.post(address, fields, follow=True).content.decode()
        assert not english(page).live
        assert "är inte publicerad än" in words or "publiceras inte än" in words, address


def test_no_kind_of_snippet_is_translated() -> None:
    """What is translated are pages, so that every road to a translation comes by here."""
    from wagtail.models import TranslatableMixin
    from wagtail.snippets.models import get_snippet_models

    assert [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)] == []


def test_a_live_alias_stays_what_it_is_while_its_translation_is_a_draft(page: Any, bo: Any, client_of: Any) -> None:
    alias = page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)
    assert alias.live
    send(client_of(bo), page)
    copy = english(page)
    assert copy.title == page.title and copy.alias_of_id is None and copy.has_unpublished_changes
