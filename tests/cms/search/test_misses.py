"""What was searched and not found is counted, without persons, and shown to editors when several have asked."""

from datetime import date, timedelta

import pytest

from cms import clock
from cms.fields import start_of
from cms.search.asking.question import read_typed
from cms.search.misses import count_miss, forget_rare, shown_misses, week_of
from cms.search.models import SearchMiss

pytestmark = pytest.mark.django_db


def miss(text: str, visitor: str) -> bool:
    return count_miss(read_typed(text), "sv", visitor)


def test_several_visitors_make_a_row_of_the_report(client_of, cecilia):
    for visitor in ("1", "2", "3"):
        assert miss("Utomhusbio i parken", visitor)
    assert miss("hemlig kanarie", "1")
    assert list(shown_misses(date(2000, 1, 1))) == [{"words": "utomhusbio i parken", "language": "sv", "times": 3}]
    page = client_of(cecilia).get("/admin/reports/searches-without-results/").content.decode()
    assert "utomhusbio i parken" in page
    assert "kanarie" not in page


def test_one_visitor_is_counted_once_in_a_week(db):
    monday = week_of(clock.today())
    for day in range(7):
        with clock.at(start_of(monday + timedelta(days=day))):
            assert miss("anna andersson", "1") == (day == 0)
    assert SearchMiss.objects.get().count == 1
    assert not shown_misses(monday)


@pytest.mark.parametrize("text", ["astrid@example.org", "19121212-1212", "0701234567", "070-123 45 67", "   ", "!!!"])
def test_what_may_be_somebodys_is_not_counted(db, text):
    assert not miss(text, "1")
    assert not SearchMiss.objects.exists()


def test_no_visitor_is_stored(client, site_tree):
    client.get("/sok/?q=utomhusbio", REMOTE_ADDR="192.0.2.7")
    row = SearchMiss.objects.get()
    assert (row.words, row.count, row.week) == ("utomhusbio", 1, week_of(clock.today()))
    assert {field.name for field in SearchMiss._meta.get_fields()} == {"id", "week", "language", "words", "count"}


def test_what_was_found_or_narrowed_is_no_miss(client, site_tree):
    client.get("/sok/?q=utomhusbio&state=open")
    client.get("/sok/")
    assert not SearchMiss.objects.exists()


def test_rare_words_are_forgotten(db):
    old = week_of(clock.today()) - timedelta(weeks=5)
    SearchMiss.objects.create(week=old, language="sv", words="sällsynt", count=2)
    SearchMiss.objects.create(week=old, language="sv", words="vanligt", count=9)
    assert forget_rare() == 1
    assert SearchMiss.objects.get().words == "vanligt"


def test_somebody_who_edits_nothing_does_not_read_the_report(client_of, astrid):
    assert client_of(astrid).get("/admin/reports/searches-without-results/").status_code in (302, 403)
