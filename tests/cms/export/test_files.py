"""The three kinds of file."""

import csv
import json
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext
from openpyxl import load_workbook

from cms import clock
from cms.export import files
from cms.export.columns import Export, per_row
from cms.export.files import FORMATS, file_response, spoken

NASTY = 'Rad 1\nRad 2; "citat" 🚲\t=1'


def export_of(rows: list[dict[str, Any]], names: str = "a b", title: str = "Rader [1]: allt/inget") -> Export:
    columns = [per_row(name, name.upper(), lambda row, name=name: row.get(name)) for name in names.split()]
    return Export(title, columns, len(rows), [rows])


def written(export: Export, kind: str) -> bytes:
    return b"".join(FORMATS[kind].write(export))


def test_csv_is_read_back_as_it_was() -> None:
    file = written(export_of([{"a": NASTY, "b": -5}, {"b": "=1"}]), "csv")
    assert file.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(StringIO(file.decode("utf-8-sig"), newline=""), delimiter=";")) == [["A", "B"], [NASTY, "-5"], ["", "'=1"]]


def test_jsonl_keeps_values_and_begins_no_text_with_an_apostrophe() -> None:
    moment = datetime(2026, 7, 1, 8, tzinfo=UTC)
    lines = written(export_of([{"a": "=1" + NASTY, "b": [1, True, None, date(2026, 7, 1), moment]}]), "jsonl").decode().split("\n")
    assert lines[-1] == "" and len(lines) == 2
    assert json.loads(lines[0]) == {"a": "=1" + NASTY, "b": [1, True, None, "2026-07-01", "2026-07-01T08:00:00Z"]}
    assert "🚲" in lines[0]


def test_xlsx_is_one_sheet_with_its_headings_kept_in_sight() -> None:
    book = load_workbook(BytesIO(written(export_of([{"a": NASTY, "b": -5}]), "xlsx")))
    sheet = book.active
    assert sheet.title == "Rader  1   allt inget" and sheet.freeze_panes == "A2"
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["A", "B"], [NASTY, -5]]
    assert sheet["A1"].font.bold and not sheet["A2"].font.bold


def test_rows_that_no_sheet_holds_go_into_the_next_one(monkeypatch: Any) -> None:
    monkeypatch.setattr(files, "SHEET_ROWS", 3)
    book = load_workbook(BytesIO(written(export_of([{"a": number} for number in range(5)]), "xlsx")))
    assert [[row[0].value for row in sheet.iter_rows()] for sheet in book] == [["A", 0, 1], ["A", 2, 3], ["A", 4]]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", FORMATS)
def test_the_download_says_what_it_is_and_is_kept_by_nobody(kind: str) -> None:
    response = file_response(export_of([], title="Synpunkter: åä"), kind)
    name = f"synpunkter-aa-{clock.today().isoformat()}.{kind}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Content-Type"].split(";")[0] == FORMATS[kind].media_type.split(";")[0]
    assert response.headers["Cache-Control"] == "no-store"


def test_pieces_are_made_in_the_language_and_zone_of_whoever_asked() -> None:
    def pieces() -> Any:
        for _number in range(2):
            yield f"{gettext('yes')} {timezone.get_current_timezone_name()}".encode()

    with translation.override("en"), timezone.override("Pacific/Auckland"):
        told = spoken(pieces())
    zone = timezone.get_current_timezone_name()
    first = next(told)
    assert timezone.get_current_timezone_name() == zone and gettext("yes") == "ja"
    assert [first, *told] == [b"yes Pacific/Auckland"] * 2
