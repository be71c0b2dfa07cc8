"""The page of results: what the address asks for, and what is shown of the answer."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from cms.organisation.models import TargetGroup
from cms.search.asking.question import Sort
from cms.search.models import SearchDocument
from cms.search.page import SearchPage
from cms.search.registry import Findable
from cms.search.writing import write_documents
from tests.factories import TargetGroupFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def written(groups: Findable) -> list[TargetGroup]:
    """Two groups of five letters and ten of six: more than a page."""
    names = ["Barn1", "Barn2", *(f"Unga{number}" for number in range(10, 20))]
    rows = [TargetGroupFactory(name=name, slug=name.lower(), helps="Lekplats") for name in names]
    write_documents(groups, [row.pk for row in rows])
    return rows


def page(rf: Any, **query: Any) -> SearchPage:
    request = rf.get("/sok/", query)
    request.user = AnonymousUser()
    return SearchPage(request)


def test_a_page_after_the_last_one_is_the_last_one(written: Any, rf: Any) -> None:
    assert len(page(rf, q="lekplats").result_page.results) == 10
    for number in ("2", "7"):
        assert len(page(rf, q="lekplats", page=number).result_page.results) == 2
    for nonsense in ("0", "-1", "två", "9" * 12):
        assert len(page(rf, q="lekplats", page=nonsense).result_page.results) == 10


def test_each_chosen_value_can_be_taken_away(written: Any, rf: Any) -> None:
    asked = page(rf, q="lekplats", letters=["5", "kanarie"], page="1")
    context = asked.context()
    assert asked.is_narrowed and context["ignored"] == ("kanarie",) and asked.result_page.total == 2
    (active,) = context["active"]
    assert active["label"].endswith(": 5") and "letters=5" not in active["url"] and "page=" not in active["url"]
    assert context["clear_url"] == "/sok/?q=lekplats" and ("letters", "5") in context["kept"]
    assert context["form"].initial["letters"] == ["5"] and context["form"].initial["q"] == "lekplats"


def test_an_order_is_offered_where_something_was_found(written: Any, rf: Any) -> None:
    sorts = page(rf, q="lekplats", sort="date").context()["sorts"]
    assert [sort["current"] for sort in sorts] == [False, True]
    assert page(rf, q="lekplats", sort="nonsense").sort is Sort.RELEVANCE
    assert page(rf, q="badhus").context()["sorts"] == [] and page(rf, q="badhus").found_nothing


def test_a_corrected_word_and_stop_words_alone_are_told(written: Any, rf: Any) -> None:
    assert page(rf, q="lekplatz").context()["corrected_url"] == "/sok/?q=lekplats"
    assert page(rf, q="i").context()["only_stop_words"] and not page(rf, q="lekplats").context()["only_stop_words"]


def test_inside_something_that_nobody_sees_there_is_no_page(written: Any, rf: Any) -> None:
    inside = page(rf, q="lekplats", **{"in": SearchDocument.objects.order_by("pk")[0].group})
    assert inside.context()["heading_url"] == "/grupp/barn1/"
    with pytest.raises(Http404):
        page(rf, **{"in": "nothing:0"}).context()
