"""Results as the templates show them: an address, a title that is marked, what matched below."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from cms.search.asking.highlighting import Highlighter
from cms.search.asking.question import read_typed
from cms.search.asking.searching import suggestions
from cms.search.presenting import hit_url, presented_comments, presented_results, shown_of, suggested
from cms.search.registry import Findable, Shown, findables
from cms.search.writing import write_documents
from tests.cms.search.conftest import CANARY
from tests.factories import ContributionFactory, TargetGroupFactory
from tests.search_tools import ask, write_everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_of_anybody(rf: Any) -> Any:
    request = rf.get("/sok/")
    request.user = AnonymousUser()
    return request


def presented(text: str, request: Any) -> list[dict[str, Any]]:
    highlighter = Highlighter(read_typed(text).in_languages())
    return presented_results(ask(text).results, highlighter, request, lambda group: f"/inne/{group}")


def test_what_was_said_stands_below_its_dialogue_with_its_number(dialogue: Any, request_of_anybody: Any) -> None:
    ContributionFactory.create_batch(2, dialogue=dialogue, text="Sälarna på isen.")
    write_everything()
    (result,) = presented("sälarna", request_of_anybody)
    assert (result["title"], result["url"], result["fragments"]) == (CANARY, dialogue.get_url(), [])
    assert len(result["below"]) == 2 and "<mark>Sälarna</mark>" in result["below"][0]["fragment"]
    assert result["below_label"].startswith("2") and result["inside_url"].startswith("/inne/")


def test_inside_a_dialogue_each_hit_is_what_somebody_said(dialogue: Any, request_of_anybody: Any) -> None:
    ContributionFactory.create_batch(2, dialogue=dialogue, text="Sälarna på <b>isen</b>.", author_name="Grannen")
    write_everything()
    text = "sälarna"
    results = ask(text).results
    first, second = presented_comments(results, Highlighter(read_typed(text).in_languages()), request_of_anybody)
    assert first["comment"]["name"] == "Grannen" and "<mark>Sälarna</mark> på &lt;b&gt;" in first["comment"]["text"]
    assert first["comment"]["links"][0]["url"] != second["comment"]["links"][0]["url"]


def test_without_words_a_heading_stands_for_all_below_it(dialogue: Any, request_of_anybody: Any) -> None:
    ContributionFactory(dialogue=dialogue)
    write_everything()
    result = next(row for row in presented("", request_of_anybody) if row["title"] == CANARY)
    assert (result["below"], result["inside_url"], result["is_for_staff"], result["lang"]) == ([], "", False, "")


def test_what_has_no_address_is_left_out(groups: Findable, request_of_anybody: Any) -> None:
    rows = [TargetGroupFactory(name=name, slug=name.lower()) for name in ("Barn", "Unga")]
    write_documents(groups, [row.pk for row in rows])
    findables.unregister(groups.name)
    shown = {rows[0].pk: Shown("/barn/"), rows[1].pk: Shown("")}
    findables.register(Findable(**{**vars(groups), "show": lambda things, request: shown}))
    assert [row["url"] for row in presented("svenska", request_of_anybody)] == ["/barn/"]
    hits = [result.heading for result in ask("svenska").results]
    assert {hit_url(hit, request_of_anybody) for hit in hits} == {"/barn/", ""} and len(shown_of(hits, request_of_anybody)) == 1


def test_a_suggestion_says_what_it_is_and_in_which_language(dialogue: Any, request_of_anybody: Any) -> None:
    (row,) = suggested(suggestions("kanariefågelh", None), request_of_anybody)
    assert (row["title"], row["url"], row["type"], row["lang"]) == (CANARY, dialogue.get_url(), "Dialog", "")
    dialogue.get_translations().delete()
    write_everything()
    with translation.override("en"):
        assert suggested(suggestions("kanariefågelh", None), request_of_anybody)[0]["lang"] == "sv"
