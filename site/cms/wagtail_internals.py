"""Where Wagtail is changed in places that it does not offer for it. Each function names its reason, and has a test that a new Wagtail would break."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.models import Page

from cms.export.cells import xlsx_cell
from cms.export.files import BYTE_ORDER_MARK, csv_line, spoken


def make_spreadsheets_harmless() -> None:
    """Wagtail's reports write what people wrote into CSV as it is, formulas too, and fail on characters that XLSX cannot hold."""
    SpreadsheetExportMixin.stream_csv = _stream_csv
    SpreadsheetExportMixin.generate_xlsx_row = _xlsx_row


def _stream_csv(view: Any, queryset: Any) -> Iterator[bytes]:
    """Every report's CSV, as our own lists give it."""

    def pieces() -> Iterator[bytes]:
        yield (BYTE_ORDER_MARK + csv_line(view.get_heading(queryset, field) for field in view.list_export)).encode()
        for item in queryset:
            row = view.to_row_dict(item)
            yield csv_line(view.preprocess_field_value(field, value, view.FORMAT_CSV) for field, value in row.items()).encode()

    return spoken(pieces())


def _xlsx_row(view: Any, worksheet: Any, row_dict: dict[str, Any], date_format: str | None = None) -> Iterator[Any]:
    """Every report's row of a sheet, as our own lists give it."""
    for field, value in row_dict.items():
        yield xlsx_cell(worksheet, view.preprocess_field_value(field, value, view.FORMAT_XLSX))


def hide_drafts() -> None:
    """Wagtail's lists and the explorer fail on the draft of a page whose plugin is off, so it has none while its class is away."""
    Page.is_previewable = _unless_resting(Page.is_previewable, lambda page: False)
    Page.get_latest_revision_as_object = _unless_resting(Page.get_latest_revision_as_object, lambda page: page)


def _unless_resting(asked: Callable[[Page], Any], instead: Callable[[Page], Any]) -> Callable[[Page], Any]:
    @wraps(asked)
    def answer(page: Page) -> Any:
        return instead(page) if page.specific_class is None else asked(page)

    return answer
