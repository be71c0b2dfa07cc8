"""Columns: read row by row, or asked once for a batch."""

from dataclasses import dataclass

import pytest

from cms.export.columns import Column, Export, per_batch, per_choice, per_row


@dataclass
class Row:
    pk: int
    word: str = "ord"


def test_a_batch_is_asked_once_and_a_row_without_a_value_is_empty() -> None:
    asked = []
    column = per_batch("town", "Ort", lambda rows: asked.append(len(rows)) or {2: "Trelleborg"})
    assert list(column.values([Row(1), Row(2)])) == [None, "Trelleborg"]
    assert asked == [2]


def test_a_code_is_said_in_words_and_one_that_nobody_knows_stays_as_it_is() -> None:
    column = per_choice("word", "Ord", "word", [("ord", "Ett ord")])
    assert list(column.values([Row(1), Row(2, "okänt"), Row(3, "")])) == ["Ett ord", "okänt", ""]


def test_an_export_gives_its_cells_batch_by_batch() -> None:
    columns = [per_row("pk", "Nummer", lambda row: row.pk), per_row("word", "Ord", lambda row: row.word)]
    export = Export("Rader", columns, 3, [[Row(1), Row(2)], [Row(3, "sist")]])
    assert list(export.values()) == [[(1, "ord"), (2, "ord")], [(3, "sist")]]


def test_a_column_that_forgets_a_row_is_an_error() -> None:
    columns = [per_row("pk", "Nummer", lambda row: row.pk), Column("short", "Kort", lambda rows: [])]
    with pytest.raises(ValueError, match="shorter"):
        list(Export("Rader", columns, 1, [[Row(1)]]).values())
