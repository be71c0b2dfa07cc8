"""What stops being everybody's is found no more: at once, and with everything that belongs to it; and comes back with it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.search.models import SearchDocument, SearchTerm
from tests.cms.search.closings import CLOSINGS, make_private, move_below_private
from tests.cms.search.conftest import CANARY
from tests.factories import ContributionFactory, OutcomeFactory
from tests.search_tools import ask, settle, titles

pytestmark = pytest.mark.django_db


def stored() -> str:
    """Everything that the search keeps."""
    rows = SearchDocument.objects.values_list("title", "text", "title_terms", "text_terms", "title_words")
    return f"{list(rows)} {list(SearchTerm.objects.values_list('term', flat=True))}".lower()


@pytest.mark.parametrize("close", CLOSINGS)
def test_a_page_in_every_language(dialogue, close):
    assert len(ask(CANARY).results) == 1
    close(Page.objects.get(pk=dialogue.pk).specific)
    assert ask(CANARY).results == [], "at once"
    settle()
    assert ask(CANARY).total == 0
    assert "kanarie" not in stored()


@pytest.mark.parametrize("close", [make_private, move_below_private])
def test_what_stands_below_and_what_was_said(dialogue, close):
    OutcomeFactory(dialogue=dialogue, introduction="Ekorren får bo kvar.")
    ContributionFactory(dialogue=dialogue, text="Rädda ekorren!")
    settle()
    assert ask("ekorre").answer.total_documents == 2
    close(Page.objects.get(pk=dialogue.pk).specific)
    assert ask("ekorre").results == []
    settle()
    assert ask("ekorre").answer.total_documents == 0
    assert "ekorr" not in stored()


def test_it_comes_back(dialogue):
    ContributionFactory(dialogue=dialogue, text="Rädda ekorren!")
    restriction = PageViewRestriction.objects.create(page=dialogue, restriction_type=PageViewRestriction.GROUPS)
    settle()
    assert titles("ekorre") == []
    restriction.delete()
    settle()
    assert titles("ekorre") == [CANARY]


def test_an_expired_page(dialogue):
    unpublished = Page.objects.filter(pk=dialogue.pk)
    unpublished.update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert titles(CANARY) == []
    settle()
    assert "kanarie" not in stored()


def test_an_alias_is_never_found(dialogue):
    dialogue.create_alias(update_slug="kanarie-alias")
    settle()
    assert ask(CANARY).answer.total_documents == 2, "the page and its translation"
