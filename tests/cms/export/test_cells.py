"""What a cell may hold."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.utils import timezone, translation
from openpyxl import Workbook

from cms.export.cells import XLSX_TEXT_MAX, csv_cell, harmless, words_of, xlsx_cell


@pytest.fixture
def sheet() -> Any:
    return Workbook(write_only=True).create_sheet()


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+46 70", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\xa0=1", "＝1", "＋1", "－1", "＠x", "-5"],
)
def test_a_text_that_would_be_calculated_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert csv_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["", "Hej", "a=b", "5-3", "'=1", "🚲", "–5", "Ring 070-12"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(("number", "written"), [(-5, "-5"), (0, "0"), (-1.5, "-1,5"), (1234567, "1234567"), (1234567.5, "1234567,5")])
def test_a_real_number_stays_a_number(sheet: Any, number: float, written: str) -> None:
    assert csv_cell(number) == written
    cell = xlsx_cell(sheet, number)
    assert cell.data_type == "n" and cell.value == number


def test_values_become_words_of_the_reader() -> None:
    assert words_of(None) == "" and words_of(["a", "b"]) == "a; b" and words_of([]) == ""
    assert words_of(True) == "ja" and words_of(False) == "nej"
    with translation.override("en"):
        assert words_of(True) == "yes"
    with timezone.override("Europe/Stockholm"):
        assert words_of(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "2026-07-02 00:30"
    assert words_of(date(2026, 7, 1)) == "2026-07-01"


def test_a_list_that_begins_with_a_formula_is_harmless_too() -> None:
    assert csv_cell(["=1", "b"]) == "'=1; b"


@pytest.mark.parametrize("text", ["=1+1", "#N/A", "#REF!", "2026-01-01", "1e5", "0123"])
def test_a_text_in_a_sheet_is_a_text(sheet: Any, text: str) -> None:
    cell = xlsx_cell(sheet, text)
    assert cell.data_type == "s" and cell.value == text


@pytest.mark.parametrize("wrong", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_what_a_sheet_cannot_hold_is_replaced(sheet: Any, wrong: str) -> None:
    assert xlsx_cell(sheet, f"a{wrong}b").value == "a\ufffdb"
    assert csv_cell(f"a{wrong}b") == "a\ufffdb"


def test_lines_and_signs_are_kept(sheet: Any) -> None:
    assert xlsx_cell(sheet, "rad 1\r\nrad 2; “citat” 🚲").value == "rad 1\nrad 2; “citat” 🚲"
    assert xlsx_cell(sheet, "_x000D_").value == "_x005F_x000D_"


@pytest.mark.parametrize("sign", ["å", "🚲"])
def test_a_text_that_no_cell_holds_is_cut_off_and_says_so(sheet: Any, sign: str) -> None:
    value = xlsx_cell(sheet, sign * 40_000).value
    assert len(value.encode("utf-16-le")) // 2 <= XLSX_TEXT_MAX
    assert value.startswith(sign * 10_000) and value.endswith(")") and "�" not in value
    whole = "a" * XLSX_TEXT_MAX
    assert xlsx_cell(sheet, whole).value == whole


def test_days_are_excels_days_and_those_before_its_calendar_are_words(sheet: Any) -> None:
    with timezone.override("Europe/Stockholm"):
        moment = xlsx_cell(sheet, datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    assert moment.value == datetime(2026, 7, 2, 0, 30) and moment.number_format == "yyyy-mm-dd hh:mm"
    assert xlsx_cell(sheet, datetime(2026, 7, 1, 8)).value == datetime(2026, 7, 1, 8)
    assert xlsx_cell(sheet, date(2026, 7, 1)).value == date(2026, 7, 1)
    assert xlsx_cell(sheet, date(1809, 6, 6)).value == "1809-06-06"


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_no_number_in_a_sheet(sheet: Any, number: float) -> None:
    assert xlsx_cell(sheet, number).data_type == "s"


@pytest.mark.parametrize("nothing", [None, ""])
def test_an_empty_value_is_an_empty_cell(sheet: Any, nothing: Any) -> None:
    assert xlsx_cell(sheet, nothing) is None and csv_cell(nothing) == ""
