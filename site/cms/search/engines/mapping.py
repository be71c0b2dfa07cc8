"""The shape of the index: terms in a field per language, facets as keywords; and a document as the index holds it.

Words are analysed before they come here, so that every field parts at spaces and nothing else; the node needs no dictionary.
"""

from typing import Any

from elasticsearch import dsl

from cms.search.analysis import words_of
from cms.search.analysis.words import fold
from cms.search.audience import Audience
from cms.search.models import SearchDocument

# Short texts are no better than long ones because they are short: a title's length counts little.
SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "refresh_interval": "1s",
    "max_result_window": 10_000,
    "similarity": {"title": {"type": "BM25", "b": 0.3}},
}


def mapping() -> dsl.Mapping:
    """The fields of the index. Those of a language come with its first document."""
    fields = dsl.Mapping()
    for name in ("kind", "group", "language", "audience"):
        fields.field(name, "keyword")
    fields.field("codes", "keyword", norms=False)
    fields.field("title_start", "keyword", ignore_above=200)
    fields.field("is_heading", "boolean")
    fields.field("date", "date")
    for name in ("words", "title_words"):
        fields.field(name, "text", analyzer="whitespace", norms=False)
    fields.meta("date_detection", False)
    fields.meta(
        "dynamic_templates",
        [
            {"facets": {"path_match": "facets.*", "mapping": {"type": "keyword"}}},
            {"titles": {"match": "title_*", "mapping": {"type": "text", "analyzer": "whitespace", "similarity": "title"}}},
            {"texts": {"match": "text_*", "mapping": {"type": "text", "analyzer": "whitespace"}}},
            {"others": {"match": "*_*", "mapping": {"type": "text", "analyzer": "whitespace", "norms": False}}},
        ],
    )
    return fields


def indexed(row: SearchDocument) -> dict[str, Any]:
    """A document as the index holds it; a removed one says nothing but that."""
    if row.audience == Audience.REMOVED:
        return {"audience": row.audience}
    surfaces = [word.word for text in (row.title, row.text) for word in words_of(text)]
    terms = f"{row.title_terms} {row.text_terms}".split()
    folded = {fold(word) for word in (*surfaces, *terms) if fold(word) != word}
    return {
        "kind": row.kind,
        "group": row.group,
        "language": row.language,
        "audience": row.audience,
        "is_heading": row.is_heading,
        "date": row.date,
        "facets": row.facets,
        "codes": _codes(row, terms),
        "words": " ".join(dict.fromkeys(surfaces)),
        "title_words": row.title_words.strip(),
        "title_start": row.title_words.strip()[:200],
        f"title_{row.language}": row.title_terms.strip(),
        f"text_{row.language}": row.text_terms.strip(),
        f"titleparts_{row.language}": _parts(row, row.title_terms),
        f"parts_{row.language}": _parts(row, row.text_terms),
        f"folded_{row.language}": " ".join(sorted(folded)),
    }


def _codes(row: SearchDocument, terms: list[str]) -> list[str]:
    codes = dict.fromkeys(term for term in terms if term.startswith(("#", "§")))
    return [*codes, *(wider for term in codes for wider in row.parts.get(term, ()))]


def _parts(row: SearchDocument, terms: str) -> str:
    distinct = dict.fromkeys(term for term in terms.split() if not term.startswith(("#", "§")))
    return " ".join(part for term in distinct for part in row.parts.get(term, ()))
