"""What a cell may hold, decided in one place for our own files and for Wagtail's.

Whoever opens a file opens what strangers wrote. A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a
formula, which may send the sheet's content away: in CSV an apostrophe stands before it, in XLSX the cell is declared a
text. A real number is no text and stays a number.
"""

import math
import re
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from openpyxl.cell import WriteOnlyCell

FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the last four: full width, as East Asian keyboards write them
WHITESPACE = ("\t", "\r", "\n")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML, and so XLSX, cannot hold
ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # XLSX reads “_x000D_” as a character's number
REPLACEMENT = "\ufffd"
XLSX_TEXT_MAX = 32_767  # units of UTF-16 in a cell
XLSX_FIRST_YEAR = 1900
LIST_SEPARATOR = "; "
DAY_FORMAT, MOMENT_FORMAT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(WHITESPACE) or text.lstrip().startswith(FORMULA) else text


def words_of(value: Any) -> str:
    """A value as people read it; characters that a sheet cannot hold are replaced, and lines end in one way."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return _local(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return LIST_SEPARATOR.join(words_of(item) for item in value)
    return CONTROL.sub(REPLACEMENT, str(value).replace("\r\n", "\n"))


def csv_cell(value: Any) -> str:
    """The cell of a CSV file, before it is quoted."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_format(value, force_grouping=False) if isinstance(value, float) else str(value)
    return harmless(words_of(value))


def xlsx_cell(sheet: Any, value: Any) -> Any:
    """The cell of a sheet: a number, a day, an instant or a text, and never a formula."""
    if value is None or value == "":
        return None
    if _is_number(value):
        return WriteOnlyCell(sheet, value)
    if isinstance(value, date) and value.year >= XLSX_FIRST_YEAR:
        moment = isinstance(value, datetime)
        cell = WriteOnlyCell(sheet, _local(value) if isinstance(value, datetime) else value)
        cell.number_format = MOMENT_FORMAT if moment else DAY_FORMAT
        return cell
    cell = WriteOnlyCell(sheet, _shortened(ESCAPE.sub("_x005F_", words_of(value))))
    cell.data_type = "s"
    return cell


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _local(moment: datetime) -> datetime:
    """The instant on the clock of whoever reads, without its zone: Excel knows none."""
    return timezone.localtime(moment).replace(tzinfo=None) if timezone.is_aware(moment) else moment


def _shortened(text: str) -> str:
    """At most what a cell holds; what is cut off says so."""
    if len(text) * 2 <= XLSX_TEXT_MAX:
        return text
    units = text.encode("utf-16-le")
    if len(units) // 2 <= XLSX_TEXT_MAX:
        return text
    mark = _("… (cut off here: a cell holds no more)")
    kept = units[: (XLSX_TEXT_MAX - len(mark)) * 2]
    return kept.decode("utf-16-le", "ignore") + mark
