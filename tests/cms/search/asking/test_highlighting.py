"""Fragments of a text around what was asked for, escaped and marked."""

from cms.search.analysis.reading import read_document
from cms.search.asking.highlighting import Highlighter
from cms.search.asking.question import read_typed
from cms.search.models import SearchDocument


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


def test_lines_that_are_no_sentences_are_kept_apart():
    text = "Vårt mål\nSkolan\n\nByggstart & invigning\nSkolan byggs i år.\nSen är den klar"
    assert fragments("skola", text) == [
        "Vårt mål · <mark>Skolan</mark> · Byggstart &amp; invigning · <mark>Skolan</mark> byggs i år.\nSen är den klar"
    ]
