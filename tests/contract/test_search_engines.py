"""What every engine of the search promises: the same questions to the database and to a real Elasticsearch node."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from cms.search.asking.highlighting import Highlighter
from cms.search.asking.question import Sort
from cms.search.asking.searching import suggestions
from tests.contract.search_dataset import BATHS, CYCLING, ENGINES, LIBRARY, Town, build_town, searching_with
from tests.factories import UserFactory
from tests.search_tools import ask, titles, write_everything

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=ENGINES)
def town(request, django_db_setup, django_db_blocker) -> Iterator[Town]:
    """A town that tests only look at: built once for each engine."""
    with django_db_blocker.unblock(), transaction.atomic(), searching_with(request.param):
        found = build_town()
        write_everything()
        yield found
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("cykelväg skola", CYCLING),
        ("cykelvägarna skolans", CYCLING),
        ("badhuset", BATHS),
        ("biblioteken öppettid", LIBRARY),
        ("TRYGGA VÄGAR", CYCLING),
        ("Smygehamns", "Smygehamn"),
    ],
)
def test_a_word_is_found_in_every_form(town, text, title):
    assert titles(text)[0] == title


def test_all_words_must_be_there(town):
    assert titles("cykelväg badhus") == [] or ask("cykelväg badhus").any_word


def test_nothing_with_all_words_shows_what_has_some_and_says_so(town):
    found = ask("badhus bibliotek")
    assert found.any_word
    assert {result.heading.document.title for result in found.results} >= {BATHS, LIBRARY}


def test_a_part_of_a_compound_finds_it(town):
    assert titles("cykel")[0] == CYCLING
    assert CYCLING in titles("väg")
    assert {BATHS} <= set(titles("bad"))


def test_negations_are_words(town):
    found = ask("inte bra")
    assert [hit.thing.text for hit in found.results[0].below] == ["Det är inte bra vid övergångsstället."]


def test_a_phrase_in_quotes_stands_as_it_is_written(town):
    assert ask('"inte bra"').results[0].below_count == 1
    assert ask('"bra inte"').any_word or not ask('"bra inte"').results
    assert titles("”cykelvägar vid skolorna”") == [CYCLING]


@pytest.mark.parametrize(
    "text",
    [
        "TN 2024/17", "tn 2024/17", "TN2024/17", "tn-2024/17", "Dnr TN 2024/17", "dnr: tn 2024:17", "TN 2024-17", "TN–2024/17",
        "diarienummer TN 2024/17", "2024/17", "2024:17", "TN 2024/17.",
    ],
)  # fmt: skip
def test_a_diary_number_is_found_however_it_is_written(town, text):
    assert set(titles(text)[:3]) == {CYCLING, BATHS, LIBRARY}


@pytest.mark.parametrize("text", ["TN 2024/18", "BN 2024/17", "TN 2025/17"])
def test_another_diary_number_is_another_case(town, text):
    assert titles(text) == []


@pytest.mark.parametrize("text", ["§ 12", "§12", "paragraf 12", "§  12"])
def test_a_paragraph_is_exact(town, text):
    assert CYCLING in titles(text)
    assert titles(text.replace("12", "1")) == []


def test_a_keyboard_without_them_gets_a_second_chance(town):
    assert titles("cykelvagar")[0] == CYCLING
    assert titles("oppettider")[0] == LIBRARY


@pytest.mark.parametrize(("text", "title"), [("cykelvögar", CYCLING), ("biblioetkets", LIBRARY), ("bdahus anderslöv", BATHS)])
def test_a_typo_still_finds_and_says_what_was_searched(town, text, title):
    found = ask(text)
    assert found.results[0].heading.document.title == title
    assert found.corrected is not None
    assert found.corrected.text != text


def test_words_that_say_the_same(town):
    assert titles("gc-väg") == titles("cykelväg")
    assert CYCLING in titles("passage")  # for övergångsställe


def test_comments_stand_under_their_dialogue_with_their_number(town):
    found = ask("övergångsställe")
    assert [result.heading.document.title for result in found.results] == [CYCLING]
    assert found.results[0].below_count == 3
    assert not found.results[0].heading_matches
    assert (found.answer.total_groups, found.answer.total_documents) == (1, 3)


def test_inside_one_dialogue(town):
    group = ask("övergångsställe").results[0].heading.document.group
    inside = ask("övergångsstället fort", below=group)
    assert [hit.thing.text for result in inside.results for hit in result.below] == ["Bilarna kör för fort vid övergångsstället."]
    assert len(ask(below=group).results) == 3


def test_facets_are_counted_and_combine(town):
    counts = ask().answer.facets
    assert counts["type"]["participation.dialogue"] == 4
    assert counts["state"]["answered"] >= 2
    wish = {"state": frozenset({"open"}), "type": frozenset({"participation.dialogue"})}
    narrowed = ask(filters=wish)
    assert {result.heading.document.title for result in narrowed.results} == {CYCLING, LIBRARY}
    assert narrowed.answer.facets["state"]["answered"] == 1, "a facet is counted without its own filter"
    assert "participation.outcome" not in narrowed.answer.facets["type"], "and with all others"


def test_two_values_of_a_facet_are_either_of_them(town):
    wish = {"state": frozenset({"open", "answered"}), "type": frozenset({"participation.dialogue"})}
    assert len(ask(filters=wish).results) == 3


def test_newest_first(town):
    found = ask("övergångsställe", sort=Sort.DATE).results[0].below
    assert [hit.document.date for hit in found] == sorted((hit.document.date for hit in found), reverse=True)


def test_english_is_analysed_as_english(town):
    assert titles("evening library")[0] == "Opening hours of the library"
    assert ask(filters={"language": frozenset({"en"})}).answer.total_documents >= 1


def test_staff_find_the_hub_and_nobody_else(town):
    assert titles("trygghetsvandring") == []
    assert titles("trygghetsvandring", UserFactory()) == []
    assert titles("vandringar", UserFactory(staff=True)) == ["Trygghetsvandring"]
    assert "knowledge_hub.guide" not in ask().answer.facets["type"]
    assert titles("trygghetsvandrign") == [], "no correction tells of it either"


def test_suggestions_while_one_types(town):
    def offered(text, person=None):
        return [hit.document.title for hit in suggestions(text, person)]

    assert CYCLING in offered("cyk")
    assert CYCLING in offered("skolorna cyk")
    assert "Smygehamn" in offered("smy")
    assert "Trafik" in offered("traf")
    assert offered("tryggh") == []
    assert offered("tryggh", UserFactory(staff=True)) == ["Trygghetsvandring"]
    assert offered("vagarcykel") == []


def test_fragments_are_the_text_as_it_was_written(town):
    found = ask("övergångsställe kör")
    hit = found.results[0].below[0]
    fragment = Highlighter(found.typed.in_languages()).fragments(hit.document)[0]
    assert fragment == "Bilarna <mark>kör</mark> för fort vid <mark>övergångsstället</mark>."


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000, "och att det", "/.*/", "(((", '" OR', '{"query": {"match_all": {}}}', "🎉🎉", "a\x00b", "live:false", "*a*", "owner:1", "%", "' --", "\\", "§", "\u200b"],
)  # fmt: skip
def test_whatever_is_typed_is_words(town, text):
    answer = Client().get("/sok/", {"q": text})
    assert answer.status_code == 200
    assert 'name="q"' in answer.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "page=100000&q=badhus",
        "page=-1",
        "page=x",
        "state=nope&state=nope",
        "type=&type=&type=dialogue&q=badhus",
        "q=a&q=b",
        "year=99999",
        "in=x",
        "in=%00",
        "state=%00&type=%00&sort=%00",
        "sort=owner",
    ],
)
def test_an_address_with_nonsense_is_answered(town, query):
    assert Client().get(f"/sok/?{query}").status_code in (200, 404 if query.startswith("in=") else 200)


def test_a_page_after_the_last_one_is_the_last_one(town):
    answer = Client().get("/sok/?q=badhus&page=100000").content.decode()
    assert BATHS in answer.replace("<mark>", "").replace("</mark>", "")
