"""A translation that lacks words shows those of the page that it translates, marked with their language."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from cms.pages.translated_words import TranslatedRows, TranslatedText, page_url, pick, translated_text, translations_of
from participation.models import DialoguePage
from tests.factories import DialogueFactory, translated

NOBODY = AnonymousUser()


@pytest.mark.parametrize(
    "own, original, is_translated, shown",
    [
        ("Own", "Eget", True, TranslatedText("Own")),
        ("", "Eget", True, TranslatedText("Eget", "sv")),
        ("Eget", "Eget", True, TranslatedText("Eget", "sv")),
        ("Eget", "Eget", False, TranslatedText("Eget")),
    ],
)
def test_words_that_are_missing_or_only_copied_are_the_originals(
    own: str, original: str, is_translated: bool, shown: TranslatedText
) -> None:
    assert pick(own, original, translated=is_translated) == shown


def test_each_paragraph_says_its_language_and_is_escaped() -> None:
    assert TranslatedText("Ett <b>\r\n\r\nTvå", "sv").html == '<span lang="sv">Ett &lt;b&gt;</span>\n\n<span lang="sv">Två</span>'
    assert TranslatedText("Ett").html == "Ett" and not TranslatedText(" ", "sv")


@pytest.mark.django_db
def test_a_page_in_another_language_than_the_readers_is_marked(site_tree: Any) -> None:
    page = DialogueFactory(question="Var?")
    english = translated(page, question="Where?")
    assert translated_text(page, page, "question") == TranslatedText("Var?")
    assert translated_text(english, page, "question") == TranslatedText("Where?")
    with translation.override("en"):
        assert translated_text(page, page, "question") == TranslatedText("Var?", "sv")


@pytest.mark.django_db
def test_rows_are_matched_whatever_their_order(site_tree: Any) -> None:
    page = DialogueFactory()
    english = translated(page)
    english.phases.update(name="Have your say")
    phase = page.phases.get()
    shown = DialoguePage.objects.get(pk=english.pk)
    assert TranslatedRows(shown, page, "phases").of(phase, "name") == TranslatedText("Have your say")
    assert TranslatedRows(page, page, "phases").of(phase, "name") == TranslatedText("Tyck till")
    shown.phases.all().delete()
    assert TranslatedRows(DialoguePage.objects.get(pk=english.pk), page, "phases").of(phase, "name") == TranslatedText("Tyck till", "sv")


@pytest.mark.django_db
def test_only_translations_that_may_be_seen_are_shown(site_tree: Any, rf: Any) -> None:
    pages = [DialogueFactory(), DialogueFactory(), DialogueFactory()]
    english = translated(pages[0])
    translated(pages[1], live=False)
    assert translations_of(pages, DialoguePage.objects.all(), NOBODY) == {}
    with translation.override("en"):
        assert translations_of(pages, DialoguePage.objects.all(), NOBODY) == {pages[0].translation_key: english}
    assert page_url(english, rf.get("/")) == english.get_url()
