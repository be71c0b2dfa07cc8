"""A text is read into words: cut where it is too long, and the same at every place."""

from cms.search.asking.question import MOST_WORDS, read_typed


def test_too_much_is_cut_and_told():
    typed = read_typed("ord " * 5000)
    assert typed.was_cut
    assert len(typed.words) == MOST_WORDS
    assert not read_typed("skola").was_cut
