"""Translations that lag behind their source, told to those who may edit them."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from cms import clock
from tests.factories import DialogueFactory, SectionFactory, locale, translated

HOME = reverse("wagtailadmin_home")


def translate(page: Any, person: Any) -> Any:
    """As an editor does it: the page is sent to be translated, and not a word is translated yet."""
    source, _is_new = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale("en"))
    translation.save_target(user=person, publish=True)
    return page.get_translation(locale("en"))


def test_translations_that_lag_behind_are_told(site_tree: Any, dag: Any, client_of: Any) -> None:
    translated(site_tree.section)
    page = DialogueFactory(open=True, title="Trygga skolvägar")
    copy = translate(page, dag)
    client = client_of(dag)
    words = client.get(HOME).content.decode()
    assert "texter utan översättning" in words and reverse("wagtailadmin_pages:edit", args=[copy.pk]) in words
    assert "publicerats på nytt" not in words
    Page.objects.filter(pk=page.pk).update(last_published_at=clock.now() + timedelta(days=1))
    assert "originalet har publicerats på nytt" in client.get(HOME).content.decode()


def test_others_translations_are_not_told(site_tree: Any, dag: Any, client_of: Any) -> None:
    section = SectionFactory()
    translated(section)
    translate(DialogueFactory(open=True, title="Hemlig hamnplan", parent=section), dag)
    words = client_of(dag).get(HOME).content.decode()
    assert "Hemlig hamnplan" not in words and "Översättningar som släpar efter" not in words
