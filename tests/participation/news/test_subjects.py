"""Dialogues and contributions as news speaks of them, in the reader's language and only where the reader may see them."""

from typing import Any

import pytest
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from cms import clock
from cms.following.models import NewsItem
from cms.following.registry import Reader
from participation.models import DialoguePage
from participation.news.subjects import QUOTED_WORDS, dialogue_url, quoted, subject_of, title_of_dialogue
from tests.factories import ContributionFactory, DialogueFactory, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

ANYBODY = Reader(None, "sv")


def item_of(dialogue: Any) -> NewsItem:
    return NewsItem(kind="participation.opened", data={"dialogue": dialogue.pk}, happened_at=clock.now())


def test_a_title_is_told_in_the_readers_language_once_the_translation_is_public() -> None:
    dialogue = DialogueFactory(title="Säker väg")
    english = translated(dialogue, live=False, title="Safe way")
    assert title_of_dialogue(dialogue, "en") == "Säker väg"
    DialoguePage.objects.filter(pk=english.pk).update(live=True)
    assert (title_of_dialogue(dialogue, "en"), title_of_dialogue(dialogue, "sv")) == ("Safe way", "Säker väg")


def test_the_address_is_that_of_the_active_language() -> None:
    dialogue = DialogueFactory()
    english = translated(dialogue)
    assert dialogue_url(dialogue) == dialogue.get_url()
    with override("en"):
        assert dialogue_url(dialogue) == english.get_url()


def test_a_draft_or_a_closed_dialogue_is_nobodys_subject() -> None:
    dialogue = DialogueFactory()
    assert subject_of(item_of(dialogue), ANYBODY) is not None
    restriction = PageViewRestriction.objects.create(page=dialogue, restriction_type=PageViewRestriction.GROUPS)
    assert subject_of(item_of(dialogue), ANYBODY) is None
    restriction.delete()
    dialogue.unpublish()
    assert subject_of(item_of(dialogue), ANYBODY) is None


def test_a_translation_is_no_subject_of_its_own() -> None:
    assert subject_of(item_of(translated(DialogueFactory())), ANYBODY) is None


def test_news_leads_to_the_dialogue_and_leaves_empty_paragraphs_out() -> None:
    dialogue = DialogueFactory(title="Säker väg")
    item = item_of(dialogue)
    subject = subject_of(item, ANYBODY)
    assert subject is not None
    news = subject.news(item, "Något nytt", " Första. ", "", "  ", "Andra.")
    assert news.text == "Första.\n\nAndra."
    assert (news.url, news.group_url, news.group) == (dialogue.get_url(), dialogue.get_url(), "Säker väg")
    assert news.happened_at == item.happened_at
    assert subject.news(item, "Något nytt", url="/annat/").url == "/annat/"


def test_what_somebody_wrote_is_quoted_on_one_line_and_cut() -> None:
    contribution = ContributionFactory(text="Bilarna kör\n\n för fort.")
    assert quoted(contribution) == "”Bilarna kör för fort.”"
    contribution.text = "ord " * (QUOTED_WORDS + 1)
    assert quoted(contribution).endswith("ord …”")
    assert quoted(contribution).count("ord") == QUOTED_WORDS
