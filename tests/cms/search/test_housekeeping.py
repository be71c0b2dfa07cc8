"""The search tidies up by time: states that changed, rows that were removed, words that nobody uses."""

from datetime import timedelta

import pytest

from cms import clock
from cms.search.housekeeping import forget_removed, refresh
from cms.search.models import SearchDocument, SearchWord
from tests.cms.search.closings import unpublish
from tests.cms.search.conftest import CANARY
from tests.factories import DialogueFactory, after
from tests.search_tools import settle, titles, write_everything

pytestmark = pytest.mark.django_db


def test_a_state_changes_by_time_alone(db):
    page = DialogueFactory(title="Öppen fråga", slug="oppen")
    write_everything()
    open_now = {"state": frozenset({"open"})}
    assert titles("öppen fråga", filters=open_now) == ["Öppen fråga"]
    with after(page.phases.get()):
        assert refresh() == 1
        settle()
        assert titles("öppen fråga", filters=open_now) == []
        assert titles("öppen fråga", filters={"state": frozenset({"closed"})}) == ["Öppen fråga"]


def test_what_was_removed_is_forgotten_after_a_while(dialogue):
    unpublish(dialogue)
    settle()
    assert SearchDocument.objects.filter(audience="removed").count() == 2
    with clock.at(clock.now() + timedelta(hours=2)):
        assert forget_removed() == 2


def test_words_for_corrections_go_with_their_last_text(dialogue):
    assert SearchWord.objects.filter(word=CANARY.lower()).exists()
    unpublish(dialogue)
    write_everything()
    assert not SearchWord.objects.filter(word=CANARY.lower()).exists()
