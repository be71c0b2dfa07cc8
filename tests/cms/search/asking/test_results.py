"""Groups that an engine found, as the reader may see them now: the database is asked about each."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from cms.search.asking.port import Group
from cms.search.asking.question import Question
from cms.search.asking.results import checked, refused_beside, uncounted, visible_hits
from cms.search.models import SearchDocument
from participation.choices import ContributionState
from participation.models import Contribution
from participation.search.contributions import CONTRIBUTION
from participation.search.pages import DIALOGUE
from tests.factories import ContributionFactory
from tests.search_tools import write_everything

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()
QUESTION = Question(audiences=("public",), kinds=(DIALOGUE, CONTRIBUTION))


@pytest.fixture
def said(dialogue: Any) -> list[Contribution]:
    """Two comments below the dialogue of the word."""
    rows = ContributionFactory.create_batch(2, dialogue=dialogue)
    write_everything()
    return rows


@pytest.fixture
def group(said: list[Contribution]) -> Group:
    """The dialogue and its comments, as an engine tells of them."""
    headings = SearchDocument.objects.filter(kind=DIALOGUE).order_by("pk")
    below = SearchDocument.objects.filter(kind=CONTRIBUTION).order_by("object_id")
    return Group(headings[0].group, tuple(row.pk for row in headings), tuple(row.pk for row in below), 2)


def hide(row: Contribution) -> None:
    """Hide it without the search hearing of it yet."""
    Contribution.objects.filter(pk=row.pk).update(state=ContributionState.HIDDEN)


def test_what_may_be_seen_is_shown_with_its_heading_in_the_readers_language(group: Group) -> None:
    (result,) = checked([group], QUESTION, NOBODY).results
    assert (result.heading.document.language, result.heading_matches, result.below_count, len(result.below)) == ("sv", True, 2, 2)
    with translation.override("en"):
        (result,) = checked([group], QUESTION, NOBODY).results
    assert result.heading.document.language == "en"


def test_a_heading_that_does_not_match_still_names_what_stands_below_it(group: Group) -> None:
    (result,) = checked([Group(group.key, below=group.below, below_count=2)], QUESTION, NOBODY).results
    assert not result.heading_matches and result.heading.document.group == group.key


def test_a_text_hidden_since_is_refused_and_not_counted(group: Group, said: list[Contribution]) -> None:
    hide(said[0])
    shown = checked([group], QUESTION, NOBODY)
    assert shown.refused_documents == {group.below[0]} and not shown.is_complete
    assert ([hit.thing for hit in shown.results[0].below], shown.results[0].below_count) == ([said[1]], 1)


def test_a_dialogue_closed_since_is_refused_whole(group: Group, dialogue: Any) -> None:
    type(dialogue).objects.filter(translation_key=dialogue.translation_key).update(live=False)
    shown = checked([group], QUESTION, NOBODY)
    assert (shown.results, shown.refused_groups, shown.refused_documents) == ([], {group.key}, frozenset())


def test_where_one_text_was_refused_the_others_are_looked_at_too(group: Group, said: list[Contribution]) -> None:
    for row in said:
        hide(row)
    shown = checked([Group(group.key, group.headings, group.below[:1], 2)], QUESTION, NOBODY)
    assert refused_beside(shown, QUESTION, NOBODY) == set(group.below)


def test_what_cannot_be_counted_is_what_is_shown(group: Group) -> None:
    shown = checked([group], QUESTION, NOBODY)
    answer = uncounted(shown.results, start=10)
    assert (answer.total_groups, answer.total_documents, answer.facets) == (11, 13, {})
    assert visible_hits([], NOBODY) == []
