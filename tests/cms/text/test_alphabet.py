"""Words in Swedish order, in memory as in the database."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from cms.organisation.models import Place
from cms.text.alphabet import compare, swedish_key

ORDERED = ["2 torg", "Ale", "ale", "Muller", "Torg", "Zon", "zon 2", "Åsa", "åsen", "Ängen", "Öland", "öst"]


def test_a_list_in_memory():
    assert [word.casefold() for word in sorted(set(ORDERED), key=swedish_key)] == [word.casefold() for word in ORDERED]


@pytest.mark.django_db
def test_the_database_sorts_alike():
    for number, name in enumerate(reversed(ORDERED)):
        Place.objects.create(name=name, slug=f"p-{number}")
    assert [row.name.casefold() for row in Place.objects.all()] == [name.casefold() for name in ORDERED]
    assert [row.name.casefold() for row in Place.objects.order_by("-name")] == [name.casefold() for name in reversed(ORDERED)]
    assert list(Place.objects.order_by("name")[3:6]) == list(Place.objects.all())[3:6]


@pytest.mark.django_db
def test_both_databases_know_the_collation():
    with connection.cursor() as cursor:
        cursor.execute("""SELECT 'å' < 'ä' COLLATE "sv-x-icu" """)
        assert cursor.fetchone()[0]


@given(st.text(), st.text())
def test_only_equal_texts_are_equal(one, other):
    assert (compare(one, other) == 0) == (one == other)
    assert compare(one, other) == -compare(other, one)
