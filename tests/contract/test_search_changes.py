"""What every engine of the search promises when something changes."""

from collections.abc import Iterator

import pytest
from django.test import override_settings

from cms.search.asking.searching import PAGE_SIZE
from cms.search.models import SearchDocument
from participation.contributions.actions import withdraw_contribution
from participation.search.contributions import CONTRIBUTION
from tests.contract.search_dataset import BATHS, ENGINES, LIBRARY, Town, build_town, searching_with
from tests.factories import ContributionFactory, DialogueFactory
from tests.search_tools import ask, reset_breakers, settle, titles, write_everything

pytestmark = pytest.mark.django_db


@pytest.fixture(params=ENGINES)
def changing_town(request, db) -> Iterator[Town]:
    """A town of the test's own, to be changed."""
    with searching_with(request.param):
        found = build_town()
        write_everything()
        yield found


def test_the_title_weighs_more_than_the_text(changing_town):
    DialogueFactory(title="En annan fråga", slug="annan", introduction="Också här nämns badhus, badhus och badhus.", question="")
    settle()
    assert titles("badhus")[0] == BATHS


def test_letters_with_dots_are_letters_of_their_own(changing_town):
    DialogueFactory(title="Tålamod", slug="talamod", question="Hur stort tål", introduction="x", easy_read="")
    settle()
    assert "Tålamod" in titles("tål")
    ContributionFactory(dialogue=changing_town.library, text="Ett tal hölls.")
    settle()
    assert "Tålamod" not in titles("tal")


def test_what_is_changed_is_found_anew(changing_town):
    changing_town.library.title = "Simskolan"
    changing_town.library.save()
    settle()
    assert titles("simskola") == ["Simskolan"]
    assert LIBRARY not in titles("öppettider")


def test_what_is_taken_back_is_gone(changing_town):
    comment = changing_town.comments[0]
    withdraw_contribution(comment, comment.participant)
    assert "fort" not in str([hit.thing.text for result in ask("fort").results for hit in result.below]), "at once"
    settle()
    assert not ask("fort").results
    row = SearchDocument.objects.get(kind=CONTRIBUTION, object_id=comment.pk)
    assert (row.audience, row.text, row.text_terms, row.terms.count()) == ("removed", "", "", 0)


def test_a_page_is_full_although_some_results_are_gone(changing_town):
    gone = [DialogueFactory(title=f"Fontän {number}", slug=f"fontan-{number}") for number in range(PAGE_SIZE + 6)]
    settle()
    assert ask("fontän").total == PAGE_SIZE + 6
    for page in gone[:5]:
        type(page).objects.filter(pk=page.pk).update(live=False)  # told to nobody
    found = ask("fontän")
    assert len(found.results) == PAGE_SIZE
    assert all(result.heading.thing.live for result in found.results)
    assert 1 <= len(ask("fontän", page=2).results) <= 6


@override_settings(ELASTICSEARCH_URL="http://127.0.0.1:9")
def test_without_the_node_the_database_answers(db):
    reset_breakers()
    build_town()
    with override_settings(ELASTICSEARCH_URL=""):
        write_everything()
    found = ask("badhus")
    assert found.is_fallback
    assert found.results[0].heading.document.title == BATHS
    reset_breakers()
