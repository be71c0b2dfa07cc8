"""What is changed in Wagtail: a new Wagtail that works otherwise fails here."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.log_actions import log

from cms import clock
from tests import factories

pytestmark = pytest.mark.django_db

HISTORY = reverse("wagtailadmin_reports:site_history")
AGING = reverse("wagtailadmin_reports:aging_pages")
EVIL = '=HYPERLINK("https://example.org";"Klicka")'
As = Callable[[Any], Client]


def every_view(view: type = SpreadsheetExportMixin) -> set[type]:
    return {view}.union(*(every_view(below) for below in view.__subclasses__()))


def downloaded(client: Client, address: str, kind: str) -> bytes:
    response = client.get(address, {"export": kind})
    assert response.status_code == 200 and response.streaming
    return b"".join(response.streaming_content)


def test_no_view_of_the_admin_writes_its_spreadsheets_in_another_way() -> None:
    assert len(every_view()) > 20
    for view in every_view():
        for method in ("stream_csv", "generate_xlsx_row", "write_xlsx", "write_csv_response"):
            assert getattr(view, method) is getattr(SpreadsheetExportMixin, method), f"{view} has a {method} of its own"


@pytest.mark.parametrize("address", [HISTORY, AGING])
def test_a_report_as_csv_calculates_nothing(site_tree: Any, cecilia: Any, client_of: As, address: str) -> None:
    page = factories.DialogueFactory(title=EVIL, last_published_at=clock.now())
    log(instance=page, action="wagtail.edit", user=cecilia)
    file = downloaded(client_of(cecilia), address, "csv")
    assert file.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(StringIO(file.decode("utf-8-sig")), delimiter=";"))
    assert any(f"'{EVIL}" in line for line in lines)
    assert not any(EVIL in line for line in lines)
    assert len({len(line) for line in lines}) == 1


def test_a_report_as_xlsx_holds_what_anybody_wrote(site_tree: Any, cecilia: Any, client_of: As) -> None:
    page = factories.DialogueFactory(title=f"{EVIL}\x0b#")
    log(instance=page, action="wagtail.edit", user=cecilia)
    sheet = load_workbook(BytesIO(downloaded(client_of(cecilia), HISTORY, "xlsx"))).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value == f"{EVIL}\ufffd#"} == {"s"}
    assert any(cell.is_date for cell in cells)
