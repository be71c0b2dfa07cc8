"""Tokens, codes and fragments: the same places whenever a text is read."""

import pytest

from cms.search.analysis import tokens_of, words_of
from cms.search.analysis.codes import codes_in
from cms.search.analysis.reading import read_document
from cms.search.asking.highlighting import Highlighter
from cms.search.asking.question import MOST_WORDS, read_typed
from cms.search.models import SearchDocument


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Beslut i KS 2022/206-3 och § 136.", ["#ks2022/206-3", "§136"]),
        ("Åren 2021-2023, den 2024-05-03 kl 12", []),
        ("KS 2023-05-03 § 136", ["§136"]),
        ("Lag (2018:1937)", ["#2018/1937"]),
        ("KS 2022/206, KS 2022/207", ["#ks2022/206", "#ks2022/207"]),
    ],
)
def test_codes_in_a_text(text, terms):
    assert [code.term for code in codes_in(text)] == terms


def test_every_token_stands_where_it_was_written():
    text = "E6:an och gång- och cykelvägar (KS 2022/206)\nÄldres väg – 🎉 slut."
    assert [text[word.start : word.end].lower().startswith(word.word[:2]) for word in words_of(text)] == [True] * len(list(words_of(text)))
    assert len(tokens_of(text, "sv")) == len(list(words_of(text)))
    assert len(read_document("", text, "sv").text_terms.split()) == len(list(words_of(text)))


def document(text: str, title: str = "") -> SearchDocument:
    reading = read_document(title, text, "sv")
    return SearchDocument(
        language="sv", title=title, text=text, title_terms=reading.title_terms, text_terms=reading.text_terms, parts=reading.parts
    )


def fragments(asked: str, text: str) -> list[str]:
    return Highlighter(read_typed(asked).in_languages()).fragments(document(text))


def test_what_people_wrote_is_escaped_and_marked():
    assert fragments("skola", "<script>alert(1)</script> Skolan & <b>vägen</b>") == [
        "&lt;script&gt;alert(1)&lt;/script&gt; <mark>Skolan</mark> &amp; &lt;b&gt;vägen&lt;/b&gt;"
    ]


def test_a_long_text_is_cut_around_what_was_asked_for():
    text = f"{'Inledning om annat. ' * 40}Här nämns lekplatsen en gång. {'Slut på det. ' * 40}"
    (fragment,) = fragments("lekplats", text)
    assert fragment.startswith("… ")
    assert fragment.endswith(" …")
    assert "<mark>lekplatsen</mark>" in fragment
    assert len(fragment) < 320


def test_a_text_without_the_words_shows_its_beginning():
    assert fragments("badhus", "Om skolan.") == ["Om skolan."]


def test_too_much_is_cut_and_told():
    typed = read_typed("ord " * 5000)
    assert typed.was_cut
    assert len(typed.words) == MOST_WORDS
    assert not read_typed("skola").was_cut


def test_lines_that_are_no_sentences_are_kept_apart():
    text = "Vårt mål\nSkolan\n\nByggstart & invigning\nSkolan byggs i år.\nSen är den klar"
    assert fragments("skola", text) == [
        "Vårt mål · <mark>Skolan</mark> · Byggstart &amp; invigning · <mark>Skolan</mark> byggs i år.\nSen är den klar"
    ]
