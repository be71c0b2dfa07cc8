"""Write down what can be found: describe things, analyse what is new in their words, store it with one version more.

Called by the worker. A thing is held while it is described and stored, so that two workers never overwrite new words with old ones.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, transaction

from cms import clock
from cms.batches import batches
from cms.search.analysis.reading import VERSION, Reading, read_document
from cms.search.audience import Audience
from cms.search.changes import tell_changed
from cms.search.models import SearchDocument, SearchFacetValue, SearchTerm, SearchWord
from cms.search.registry import Entry, Findable, findables
from cms.text.plain import plain

AT_ONCE = 50
TITLE_MAX = 500
COMPARED = ("audience", "title", "text", "group", "date", "facets", "is_heading")

Document = tuple[int, str]  # a thing's number and a language


def write_documents(findable: Findable, pks: Iterable[int]) -> list[int]:
    """Bring the documents of things up to date; returns the numbers of documents that changed."""
    changed: list[int] = []
    for some in batches(sorted(set(pks)), AT_ONCE):
        with transaction.atomic():
            _hold(findable, some)
            documents = _store(findable, some)
            changed += [document.pk for document in documents]
            _tell_dependents(findable, {document.object_id for document in documents})
    return changed


def forget_kind(name: str) -> int:
    """Remove what a plugin that is switched off has left; returns how many documents."""
    with transaction.atomic():
        documents = list(SearchDocument.objects.findable().filter(kind=name).select_for_update())
        for document in documents:
            _empty(document)
        _save(documents)
    return len(documents)


def _hold(findable: Findable, pks: Sequence[int]) -> None:
    """One writer at a time for a thing, also for one that has no document yet. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.executemany("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [(findable.name, pk & 0x7FFFFFFF) for pk in pks])


def _store(findable: Findable, pks: Sequence[int]) -> list[SearchDocument]:
    written = SearchDocument.objects.filter(kind=findable.name, object_id__in=pks).order_by("pk").select_for_update()
    known = {(row.object_id, row.language): row for row in written}
    described = findable.describe(list(findable.rows().filter(pk__in=pks)))
    wanted = {(pk, entry.language): entry for pk, entries in described.items() for entry in entries}
    rows = [_changed(findable, key, entry, known.get(key)) for key, entry in wanted.items()]
    new = [row for row in rows if row is not None]
    gone = [row for key, row in known.items() if key not in wanted and row.audience != Audience.REMOVED]
    for row in gone:
        _empty(row)
    _save([*new, *gone])
    return [*new, *gone]


def _changed(findable: Findable, key: Document, entry: Entry, row: SearchDocument | None) -> SearchDocument | None:
    """The row with what an entry says; None where nothing has changed."""
    values = _values(entry)
    if row is not None and row.analysis == VERSION and all(getattr(row, name) == values[name] for name in COMPARED):
        if row.refresh_at != entry.refresh_at:
            SearchDocument.objects.filter(pk=row.pk).update(refresh_at=entry.refresh_at)
        return None
    row = row or SearchDocument(kind=findable.name, object_id=key[0], language=key[1], version=0)
    if row.analysis == VERSION and (row.title, row.text) != (values["title"], values["text"]):
        row.analysis = 0
    for name, value in values.items():
        setattr(row, name, value)
    row.refresh_at, row.removed_at = entry.refresh_at, None
    row.version += 1
    return row


def _values(entry: Entry) -> dict[str, Any]:
    facets = {name: sorted(set(values)) for name, values in sorted(entry.facets.items()) if values}
    return {
        "audience": str(entry.audience),
        "title": plain(entry.title)[:TITLE_MAX],
        "text": plain(entry.text),
        "group": entry.group,
        "date": entry.date,
        "facets": facets,
        "is_heading": entry.is_heading,
    }


def _empty(row: SearchDocument) -> None:
    """Empty a document: nobody finds it from now on, and nothing of its words is kept."""
    row.audience, row.removed_at, row.refresh_at = Audience.REMOVED, clock.read(), None
    row.title = row.text = ""
    row.facets, row.date, row.analysis = {}, None, 0
    row.version += 1


def _save(rows: Sequence[SearchDocument]) -> None:
    """Store rows with their facets, and with their terms where their words are new."""
    readings, now = {}, clock.read()
    for row in rows:
        row.written_at = now
        reading = read_document(row.title, row.text, row.language) if row.analysis != VERSION else None
        if reading is not None:
            row.title_terms, row.text_terms, row.parts = reading.title_terms, reading.text_terms, reading.parts
            row.title_words, row.analysis = reading.title_words, VERSION
        row.save()
        if reading is not None:
            readings[row.pk] = (row.language, reading)
    _save_facets(rows)
    _save_terms(readings)


def _save_facets(rows: Sequence[SearchDocument]) -> None:
    old = SearchFacetValue.objects.filter(document__in=[row.pk for row in rows])
    old._raw_delete(old.db)
    values = [(row.pk, name, value) for row in rows for name, values in row.facets.items() for value in values]
    SearchFacetValue.objects.bulk_create(SearchFacetValue(document_id=pk, name=name, value=value) for pk, name, value in values)


def _save_terms(readings: Mapping[int, tuple[str, Reading]]) -> None:
    old = SearchTerm.objects.filter(document__in=list(readings))
    old._raw_delete(old.db)
    _insert_terms((pk, term, weight) for pk, (_language, reading) in readings.items() for term, weight in reading.weights.items())
    _save_words({(language, word): term for language, reading in readings.values() for word, term in reading.words.items()})


def _insert_terms(terms: Iterable[tuple[int, str, int]]) -> None:
    """Store the terms of documents, a hundred each: on PostgreSQL they are copied, several times as fast as inserted."""
    if connection.vendor != "postgresql":
        SearchTerm.objects.bulk_create(SearchTerm(document_id=pk, term=term, weight=weight) for pk, term, weight in terms)
        return
    with connection.cursor() as cursor, cursor.copy(f"COPY {SearchTerm._meta.db_table} (document_id, term, weight) FROM STDIN") as copy:
        for row in terms:
            copy.write_row(row)


def _save_words(words: Mapping[tuple[str, str], str]) -> None:
    """Words that are new; in one order, so that two workers do not wait for each other."""
    known = set(SearchWord.objects.filter(word__in={word for _language, word in words}).values_list("language", "word"))
    new = [
        SearchWord(language=language, word=word, term=term, length=len(word))
        for (language, word), term in sorted(words.items())
        if (language, word) not in known
    ]
    SearchWord.objects.bulk_create(new, ignore_conflicts=True)


def _tell_dependents(findable: Findable, pks: Collection[int]) -> None:
    """What changes with the things that have changed is written by jobs of its own, in the same transaction."""
    for other in findables:
        if pks and other.depends_on == findable.name and other.dependents is not None:
            tell_changed(other.name, other.dependents(pks))
