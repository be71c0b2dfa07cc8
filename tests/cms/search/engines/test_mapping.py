"""A document as the index holds it, and the shape of the index."""

from cms.search.analysis.reading import read_document
from cms.search.audience import Audience
from cms.search.engines.mapping import indexed, mapping
from cms.search.models import SearchDocument


def document(title: str, text: str, **facts: object) -> SearchDocument:
    reading = read_document(title, text, "sv")
    return SearchDocument(
        kind="test.thing",
        group="test.thing:1",
        language="sv",
        audience=Audience.PUBLIC,
        title=title,
        text=text,
        title_terms=reading.title_terms,
        text_terms=reading.text_terms,
        title_words=reading.title_words,
        parts=reading.parts,
        **facts,
    )


def test_a_removed_document_says_nothing_but_that() -> None:
    row = document("Hemligt", "Kanariefågel")
    row.audience = Audience.REMOVED
    assert indexed(row) == {"audience": Audience.REMOVED}


def test_words_stand_in_the_fields_of_their_language() -> None:
    body = indexed(document("Övergångsstället", "Bilarna kör fort.", facets={"topic": ["1"]}))
    assert body["title_sv"] and body["text_sv"] and "title_en" not in body
    assert body["facets"] == {"topic": ["1"]} and body["title_start"].startswith("övergångsstället")
    assert body["titleparts_sv"], "a compound is found by its parts"
    assert "overgangsstallet" in body["folded_sv"].split()


def test_a_code_is_a_keyword_with_its_wider_forms() -> None:
    body = indexed(document("", "Diarienummer TN 2024/17"))
    assert body["codes"] and all(code.startswith("#") for code in body["codes"])
    assert indexed(document("", "Inga nummer"))["codes"] == []


def test_texts_are_parted_at_spaces_and_nothing_is_guessed() -> None:
    shape = mapping().to_dict()
    assert shape["date_detection"] is False
    assert {shape["properties"][name]["type"] for name in ("kind", "group", "audience", "codes")} == {"keyword"}
    texts = [rule["mapping"] for template in shape["dynamic_templates"] for rule in template.values() if rule["mapping"]["type"] == "text"]
    assert {rule["analyzer"] for rule in texts} == {"whitespace"}
