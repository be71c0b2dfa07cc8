"""An export as a file, in pieces: each is made when the one before has been sent, and none is kept."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from tempfile import TemporaryFile
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.styles import Font

from cms import clock
from cms.export.cells import csv_cell, words_of, xlsx_cell
from cms.export.columns import Export

BYTE_ORDER_MARK = "\ufeff"  # without it, Excel reads å, ä and ö as something else
DELIMITER = ";"  # that of a Swedish Excel
SHEET_ROWS = 1_048_576  # that a sheet can hold
PIECE = 64 * 1024
NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\']")
TITLE_MAX = 31


def csv_line(values: Iterable[Any]) -> str:
    """A line of CSV, every cell harmless."""
    line = StringIO()
    csv.writer(line, delimiter=DELIMITER).writerow([csv_cell(value) for value in values])
    return line.getvalue()


def as_csv(export: Export) -> Iterator[bytes]:
    """UTF-8 with a byte order mark, semicolons, headings first."""
    yield (BYTE_ORDER_MARK + csv_line(column.label for column in export.columns)).encode()
    for batch in export.values():
        yield "".join(map(csv_line, batch)).encode()


def as_jsonl(export: Export) -> Iterator[bytes]:
    """A JSON object for each row; its keys are the columns' names."""
    names = [column.name for column in export.columns]
    for batch in export.values():
        yield "".join(_json_line(dict(zip(names, row, strict=True))) for row in batch).encode("utf-8", "replace")


def _json_line(row: dict[str, Any]) -> str:
    return json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n"


def as_xlsx(export: Export) -> Iterator[bytes]:
    """A workbook. It is put together on disk, since its table of contents comes last, and sent from there."""
    workbook = Workbook(write_only=True)
    sheet: Any = None
    rows_left = 0
    for batch in export.values():
        for row in batch:
            if not rows_left:
                sheet, rows_left = _new_sheet(workbook, export), SHEET_ROWS - 1
            sheet.append([xlsx_cell(sheet, value) for value in row])
            rows_left -= 1
    if sheet is None:
        _new_sheet(workbook, export)
    with TemporaryFile() as file:
        workbook.save(file)
        file.seek(0)
        yield from iter(lambda: file.read(PIECE), b"")


def _new_sheet(workbook: Workbook, export: Export) -> Any:
    sheet = workbook.create_sheet(NOT_IN_A_TITLE.sub(" ", export.title)[:TITLE_MAX])
    sheet.freeze_panes = "A2"
    headings = [xlsx_cell(sheet, words_of(column.label)) for column in export.columns]
    for heading in headings:
        heading.font = Font(bold=True)
    sheet.append(headings)
    return sheet


@dataclass(frozen=True)
class Format:
    """A kind of file: what it is called on the form, its media type, and what writes it."""

    label: str | Promise
    media_type: str
    write: Callable[[Export], Iterator[bytes]]


FORMATS: dict[str, Format] = {
    "xlsx": Format(_("Excel (XLSX): to read and sort"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    "csv": Format(_("CSV: for other spreadsheets and for statistics"), "text/csv; charset=utf-8", as_csv),
    "jsonl": Format(_("JSONL: for programs, one object a line"), "application/jsonl; charset=utf-8", as_jsonl),
}


def file_response(export: Export, kind: str) -> StreamingHttpResponse:
    """The file as a download. It is written after the view has ended and its transaction is over."""
    chosen = FORMATS[kind]
    response = StreamingHttpResponse(spoken(chosen.write(export)), content_type=chosen.media_type)
    name = f"{slugify(export.title)}-{clock.today().isoformat()}.{kind}"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["Cache-Control"] = "no-store"
    return response


def spoken(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, each made in the language and the time zone of now: those of the request are gone when they are sent."""
    language, zone = translation.get_language(), timezone.get_current_timezone()

    def told() -> Iterator[bytes]:
        while True:
            with translation.override(language), timezone.override(zone):
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece

    return told()
