"""Sentences that state a number take it from where it is set."""

from django.utils.translation import gettext_lazy, override

from cms.text.facts import with_facts

MOST = gettext_lazy("At most %(most)s characters.")


def test_numbers_are_written_as_the_reader_writes_them():
    told = with_facts(MOST, most=5000)
    assert str(told) == "Högst 5\xa0000 tecken."
    with override("en"):
        assert str(told) == "At most 5,000 characters."


def test_what_is_no_number_stands_as_it_is():
    assert str(with_facts("%(who)s, %(ratio)s", who="Bo", ratio=4.5)) == "Bo, 4,5"
