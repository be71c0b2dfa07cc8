"""The engine in the database: it matches, ranks, counts and suggests from the table of terms."""

from typing import Any

import pytest

from cms.organisation.models import TargetGroup
from cms.search.asking.port import Begun
from cms.search.asking.question import Question, read_typed
from cms.search.engines.database import DatabaseEngine
from cms.search.models import SearchDocument
from cms.search.registry import Findable
from cms.search.writing import write_documents
from tests.factories import TargetGroupFactory

pytestmark = pytest.mark.django_db

ENGINE, KIND = DatabaseEngine(), "test.groups"


@pytest.fixture
def written(groups: Findable) -> dict[str, int]:
    """Numbers of documents by their title."""
    words = {"Barn": "Lekplatsen vid skolan", "Skolan": "Gården", "Äldre": "Bänkar vid skolan och lekplatsen"}
    rows = [TargetGroupFactory(name=name, slug=f"g{number}", helps=helps) for number, (name, helps) in enumerate(words.items())]
    write_documents(groups, [row.pk for row in rows])
    assert TargetGroup.objects.count() == 3
    return dict(SearchDocument.objects.values_list("title", "pk"))


def asked(text: str = "", **more: Any) -> Question:
    return Question(words=read_typed(text).in_languages(), audiences=("public",), kinds=(KIND,), **more)


def headings(question: Question) -> list[int]:
    return [group.headings[0] for group in ENGINE.search(question).groups]


def test_all_words_must_be_there_or_any_where_that_is_asked(written: dict[str, int]) -> None:
    assert set(headings(asked("lekplats skola"))) == {written["Barn"], written["Äldre"]}
    assert headings(asked("lekplats bänk")) == [written["Äldre"]]
    assert set(headings(asked("gård bänk", any_word=True))) == {written["Skolan"], written["Äldre"]}
    assert ENGINE.finds(asked("bänk")) and not ENGINE.finds(asked("badhus"))


def test_a_title_weighs_more_than_a_text(written: dict[str, int]) -> None:
    assert headings(asked("skola"))[0] == written["Skolan"]


def test_nothing_of_another_audience_or_kind_or_refused_is_told(written: dict[str, int]) -> None:
    assert not headings(Question(audiences=("staff",), kinds=(KIND,))) and not headings(Question(audiences=("public",), kinds=()))
    left = ENGINE.search(asked("skola").excluding({written["Skolan"]}, set()))
    assert left.total_groups == 2


def test_a_facet_is_counted_without_its_own_filter(written: dict[str, int]) -> None:
    answer = ENGINE.search(asked(filters={"letters": frozenset({"4"})}))
    assert ([group.headings[0] for group in answer.groups], answer.facets["letters"]) == ([written["Barn"]], {"4": 1, "6": 1, "5": 1})
    assert answer.facets["type"] == {KIND: 1}


def test_titles_are_suggested_by_the_beginning_of_a_word(written: dict[str, int]) -> None:
    begun = Begun(words=("sko",), audiences=("public",), kinds=(KIND,))
    assert ENGINE.suggest(begun) == [written["Skolan"]]
    assert ENGINE.suggest(Begun(words=("sko",), audiences=("staff",), kinds=(KIND,))) == []


def test_only_words_of_documents_that_may_be_found_are_likely(written: dict[str, int]) -> None:
    assert ENGINE.similar_words("lekplatsn", asked("lekplatsn"))[0] == "lekplatsen"
    SearchDocument.objects.update(audience="staff")
    assert ENGINE.similar_words("lekplatsn", asked("lekplatsn")) == []
