"""Tokens keep the place at which they were written."""

from cms.search.analysis import tokens_of, words_of
from cms.search.analysis.reading import read_document


def test_every_token_stands_where_it_was_written():
    text = "E6:an och gång- och cykelvägar (KS 2022/206)\nÄldres väg – 🎉 slut."
    assert [text[word.start : word.end].lower().startswith(word.word[:2]) for word in words_of(text)] == [True] * len(list(words_of(text)))
    assert len(tokens_of(text, "sv")) == len(list(words_of(text)))
    assert len(read_document("", text, "sv").text_terms.split()) == len(list(words_of(text)))
