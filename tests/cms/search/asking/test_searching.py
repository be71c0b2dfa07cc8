"""Search asks as it was typed, then more kindly, then corrected, then with any word; and says how it found."""

from typing import Any

import pytest

from cms.organisation.models import TargetGroup
from cms.search.asking import searching
from cms.search.asking.port import EngineAway
from cms.search.asking.searching import heading_of_group, suggestions
from cms.search.engines.database import DatabaseEngine
from cms.search.models import SearchDocument
from cms.search.registry import Findable
from cms.search.writing import write_documents
from tests.factories import TargetGroupFactory
from tests.search_tools import ask, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(groups: Findable) -> list[TargetGroup]:
    """Three target groups that can be found."""
    names = {"Barnfamiljer": "Lekplatsen", "Pensionärer": "Bänkarna", "Ungdomar": "Fritidsgården"}
    rows = [TargetGroupFactory(name=name, slug=name.lower(), helps=helps) for name, helps in names.items()]
    write_documents(groups, [row.pk for row in rows])
    return rows


def test_all_words_come_first_and_any_word_last(written: Any) -> None:
    assert not ask("ungdomar fritidsgården").any_word
    page = ask("ungdomar lekplatsen")
    assert page.any_word and {result.heading.document.title for result in page.results} == {"Barnfamiljer", "Ungdomar"}
    assert ask("ungdomar").answer.total_groups == 1


def test_a_word_without_its_dots_gets_a_second_chance_and_a_typo_is_told(written: Any) -> None:
    assert (titles("pensionarer"), ask("pensionarer").corrected) == (["Pensionärer"], None)
    page = ask("lekplatsn")
    assert page.corrected is not None and page.corrected.text == "lekplatsen" and page.total == 1


def test_the_database_answers_where_the_engine_is_away(written: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Away(DatabaseEngine):
        """It does not answer."""

        def search(self, question: Any) -> Any:
            raise EngineAway("timeout")

        suggest = search

    assert not ask("ungdomar").is_fallback
    monkeypatch.setattr(searching, "present_engine", Away)
    page = ask("ungdomar")
    assert page.is_fallback and page.total == 1 and suggestions("ungd", None) == []


def test_a_page_is_filled_although_something_was_taken_back_meanwhile(written: Any) -> None:
    TargetGroup.objects.filter(pk=written[0].pk).update(is_active=False)
    page = ask(filters={"type": frozenset({"test.groups"})})
    assert page.total == 2 and {result.heading.thing for result in page.results} == set(written[1:])


def test_a_heading_is_found_by_its_group_while_it_may_be_seen(written: Any) -> None:
    group = SearchDocument.objects.get(title="Ungdomar").group
    hit = heading_of_group(group, None)
    assert hit is not None and hit.thing == written[2]
    TargetGroup.objects.update(is_active=False)
    assert heading_of_group(group, None) is None
