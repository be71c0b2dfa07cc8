"""Contributions and the log of who looked when as files: who gets what, in how many queries, in how much memory."""

import csv
import json
import tracemalloc
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry, PageLogEntry

from cms import clock
from cms.export.columns import per_batch
from cms.export.files import FORMATS
from participation.methods.comments.method import Comments
from participation.models import Contribution, ContributionRevision, ModerationLook
from participation.moderation.admin import export
from tests import factories
from tests.factories import ContributionFactory, ThemeFactory
from tests.raw_rows import put_raw

EXPORT = reverse("participation_contributions:export")
LOG_EXPORT = reverse("participation_contributions:log_export")
PURPOSE = "Underlag till nämnden i mars"
As = Callable[[Any], Client]


def fetched(client: Client, kind: str = "jsonl", address: str = EXPORT, **query: Any) -> bytes:
    response = client.post(address, {"format": kind, "purpose": PURPOSE}, query_params=query)
    assert response.status_code == 200 and response.streaming, response
    return b"".join(response.streaming_content)


def rows(client: Client, address: str = EXPORT, **query: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in fetched(client, "jsonl", address, **query).decode().splitlines()]


# Whose rows


def test_an_editor_gets_the_rows_of_own_dialogues_and_no_others(own: Any, foreign: Any, bo: Any, edda: Any, client_of: As) -> None:
    mine, theirs = ContributionFactory(dialogue=own), ContributionFactory(dialogue=foreign)
    assert [row["code"] for row in rows(client_of(bo))] == [mine.shown_code]
    assert [row["code"] for row in rows(client_of(edda))] == [theirs.shown_code]


def test_a_filter_on_a_dialogue_of_others_gives_no_file(own: Any, foreign: Any, bo: Any, client_of: As) -> None:
    ContributionFactory(dialogue=foreign)
    response = client_of(bo).post(EXPORT, {"format": "csv", "purpose": PURPOSE}, query_params={"dialogue": foreign.pk})
    assert not response.streaming and "Hemlig hamnplan" not in response.content.decode()


@pytest.mark.parametrize("nonsense", [{"state": "x"}, {"dialogue": "9" * 30}, {"received_at_from": "i går"}])
def test_a_nonsensical_filter_gives_no_file_but_words(own: Any, bo: Any, client_of: As, nonsense: dict[str, str]) -> None:
    ContributionFactory(dialogue=own)
    response = client_of(bo).post(EXPORT, {"format": "csv", "purpose": PURPOSE}, query_params=nonsense)
    assert not response.streaming
    assert response.context["form"].non_field_errors()
    assert not ModelLogEntry.objects.filter(action="cms.export").exists()


def test_the_file_follows_the_filters_and_the_search_of_the_list(own: Any, bo: Any, client_of: As) -> None:
    other = factories.DialogueFactory(open=True, title="Lekplatsen")
    first = ContributionFactory(dialogue=own, text="Cykelbanan är hal")
    ContributionFactory(dialogue=other, text="Gungan är trasig")
    letter = ContributionFactory(dialogue=other, channel="letter", text="Rutschkanan också")
    client = client_of(bo)
    assert [row["code"] for row in rows(client, dialogue=own.pk)] == [first.shown_code]
    assert [row["code"] for row in rows(client, channel="letter")] == [letter.shown_code]
    assert [row["code"] for row in rows(client, q="cykelbanan")] == [first.shown_code]
    assert rows(client, q="finns inte") == []
    assert len(rows(client, ordering="-state", p="2")) == 3


def test_rows_come_in_the_order_in_which_they_came_in(own: Any, bo: Any, client_of: As, monkeypatch: Any) -> None:
    monkeypatch.setattr("cms.export.keyset.in_batches.__defaults__", (2,))
    made = ContributionFactory.create_batch(5, dialogue=own)
    assert [row["code"] for row in rows(client_of(bo))] == [row.shown_code for row in made]


# What a row tells


def test_a_row_tells_what_was_said_and_what_became_of_it(own: Any, bo: Any, client_of: As) -> None:
    closed = factories.DialogueFactory(closed=True, title="Bron")
    place = factories.PlaceFactory(name="Hamnen")
    row = ContributionFactory(dialogue=closed, text="Bron är smal 🚲\n“Bredda”; snälla", group_size=12, channel="meeting", place=place)
    theme = ThemeFactory(dialogue=closed, title="Bredd", contributions=[row])
    outcome = factories.OutcomeFactory(dialogue=closed)
    outcome.items.update(decision=factories.DecisionFactory(dialogue=closed, paragraph="136"))
    told = rows(client_of(bo))[0]
    assert told["dialogue"] == "Bron" and told["administration"] == closed.administration.name
    assert told["text"] == row.text and told["people"] == 12 and told["channel"] == "möte" and told["place"] == "Hamnen"
    assert told["themes"] == [theme.title] and told["answers"] == ["Bredd: Det ändrade beslutet: det gör förslaget bättre"]
    assert "§ 136" in told["decisions"][0]
    assert told["received_at"].startswith(str(row.received_at.year)) and told["is_official"] is False


def test_an_answer_that_is_not_published_is_not_told(bo: Any, client_of: As) -> None:
    closed = factories.DialogueFactory(closed=True)
    ThemeFactory(dialogue=closed, contributions=[ContributionFactory(dialogue=closed)])
    factories.OutcomeFactory(dialogue=closed, draft=True)
    assert rows(client_of(bo))[0]["answers"] == []


def test_hidden_texts_are_for_those_who_moderate_the_dialogue(own: Any, bo: Any, cecilia: Any, client_of: As) -> None:
    row = ContributionFactory(dialogue=own, hidden=True, text="Hotet", author_name="Den som hotar")
    ContributionRevision.objects.create(contribution=row, text="Första hotet", author_name="Kalle", replaced_at=clock.now())
    editor, moderator = rows(client_of(bo))[0], rows(client_of(cecilia))[0]
    assert "Hotet" not in str(editor) and "Den som hotar" not in str(editor) and "Kalle" not in str(editor)
    assert "earlier_texts" not in editor and editor["state"] == "Dold"
    assert moderator["text"] == "Hotet" and moderator["name"] == "Den som hotar"
    assert moderator["earlier_texts"][0].endswith("Kalle: Första hotet")


def test_who_moderates_one_dialogue_reads_nothing_hidden_of_another(own: Any, foreign: Any, bo: Any, client_of: As) -> None:
    bo.groups.add(factories.role_group(foreign.administration, "moderator"))
    mine = ContributionFactory(dialogue=own, hidden=True, text="Dolt här")
    theirs = ContributionFactory(dialogue=foreign, hidden=True, text="Dolt där")
    for row in (mine, theirs):
        ContributionRevision.objects.create(contribution=row, text=f"Före {row.text}", replaced_at=clock.now())
    told = {row["code"]: str(row) for row in rows(client_of(bo))}
    assert "Dolt här" not in told[mine.shown_code]
    assert "Före Dolt där" in told[theirs.shown_code]


def test_a_method_adds_columns_that_are_asked_once_a_batch(own: Any, bo: Any, client_of: As, monkeypatch: Any) -> None:
    asked: list[int] = []

    def towns_of(batch: Any) -> dict[int, str]:
        asked.append(len(batch))
        return {batch[0].pk: "Trelleborg"}

    monkeypatch.setattr(Comments, "export_columns", lambda self: [per_batch("comments.town", "Ort", towns_of)])
    ContributionFactory.create_batch(3, dialogue=own)
    assert [row["comments.town"] for row in rows(client_of(bo))] == ["Trelleborg", None, None]
    assert asked == [3]


# The kinds of file


def test_csv_opens_in_a_swedish_excel_and_calculates_nothing(own: Any, bo: Any, client_of: As) -> None:
    ContributionFactory(dialogue=own, text='=HYPERLINK("https://example.org";"Klicka")', author_name="@Åsa")
    file = fetched(client_of(bo), "csv").decode()
    assert file.startswith("\ufeff")
    head, row = csv.reader(StringIO(file.removeprefix("\ufeff")), delimiter=";")
    told = dict(zip(head, row, strict=True))
    assert told["Text"] == '\'=HYPERLINK("https://example.org";"Klicka")' and told["Namn eller alias"] == "'@Åsa"
    assert told["Personer"] == "1" and told["Svar från kommunen"] == "nej"


def test_xlsx_holds_numbers_days_and_texts(own: Any, bo: Any, client_of: As) -> None:
    row = ContributionFactory(dialogue=own)
    put_raw(row, text="=1+1\x0b 🚲 " + "å" * 40_000)
    sheet = load_workbook(BytesIO(fetched(client_of(bo), "xlsx"))).active
    head, told = ([cell.value for cell in line] for line in sheet.iter_rows())
    cell = sheet.cell(2, head.index("Text") + 1)
    assert cell.data_type == "s" and cell.value.startswith("=1+1\ufffd 🚲") and len(cell.value.encode("utf-16-le")) // 2 <= 32_767
    received = localtime(row.received_at).replace(tzinfo=None)
    assert abs(told[head.index("Mottagen")] - received) < timedelta(seconds=1)
    assert told[head.index("Personer")] == 1


@pytest.mark.parametrize("kind", FORMATS)
def test_no_rows_make_a_file_with_its_headings_only(own: Any, bo: Any, client_of: As, kind: str) -> None:
    file = fetched(client_of(bo), kind)
    if kind == "xlsx":
        assert load_workbook(BytesIO(file)).active.max_row == 1
    else:
        assert len(file.decode().splitlines()) == (1 if kind == "csv" else 0)


# The page before the file, and the log


def test_the_list_leads_to_the_page_with_its_filters(own: Any, bo: Any, client_of: As) -> None:
    ContributionFactory.create_batch(2, dialogue=own)
    client = client_of(bo)
    page = client.get(reverse("participation_contributions:list"), {"state": "published", "p": "1"}).content.decode()
    assert f'href="{EXPORT}?state=published"' in page
    response = client.get(EXPORT, {"state": "published"})
    assert response.status_code == 200 and response.context["export"].number == 2
    assert "filter" in response.content.decode() and 'method="post"' in response.content.decode()


@pytest.mark.parametrize("said", [{}, {"purpose": "  "}, {"purpose": "å" * 201}])
def test_without_a_purpose_there_are_words_and_no_file(own: Any, bo: Any, client_of: As, said: dict[str, str]) -> None:
    response = client_of(bo).post(EXPORT, {"format": "csv", **said}, query_params={"state": "published"})
    assert not response.streaming and response.context["form"].errors["purpose"]
    assert "?state=published" in response.context["back"]
    assert not ModelLogEntry.objects.filter(action="cms.export").exists()


@pytest.mark.parametrize("kind", ["", "pdf", "../csv"])
def test_an_unknown_kind_of_file_is_refused_with_words(own: Any, bo: Any, client_of: As, kind: str) -> None:
    response = client_of(bo).post(EXPORT, {"format": kind, "purpose": PURPOSE})
    assert not response.streaming and response.context["form"].errors["format"]


def test_the_log_tells_who_what_and_what_for_and_nothing_of_the_rows(own: Any, bo: Any, cecilia: Any, client_of: As) -> None:
    ContributionFactory(dialogue=own, text="Hemliga ord", author_name="Kalle")
    fetched(client_of(bo), "csv", q="hemliga")
    entry = ModelLogEntry.objects.get(action="cms.export")
    assert entry.user == bo and entry.label == "Synpunkter"
    assert entry.data == {"list": "Synpunkter", "format": "csv", "number": 1, "purpose": PURPOSE}
    assert PURPOSE in entry.message and "hemliga" not in entry.message


def test_a_list_of_one_dialogue_is_told_in_its_history(own: Any, bo: Any, client_of: As) -> None:
    fetched(client_of(bo), "csv", dialogue=own.pk)
    assert PageLogEntry.objects.get(action="cms.export").page_id == own.pk
    assert not ModelLogEntry.objects.filter(action="cms.export").exists()


def test_a_citizen_and_the_hub_get_nothing(own: Any, astrid: Any, client_of: As) -> None:
    ContributionFactory(dialogue=own)
    for person in (astrid, factories.UserFactory(staff=True), None):
        response = client_of(person).post(EXPORT, {"format": "csv", "purpose": PURPOSE})
        assert response.status_code == 409 and not response.streaming  # the form is kept, the file is not given


# Queries and memory


def test_queries_follow_the_batches_and_not_the_rows(own: Any, cecilia: Any, client_of: As) -> None:
    client = client_of(cecilia)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            fetched(client, "csv")
        return len(captured)

    def add(number: int) -> None:
        for row in ContributionFactory.create_batch(number, dialogue=own):
            ThemeFactory(dialogue=own, contributions=[row])

    add(3)
    asked()
    few = asked()
    add(20)
    assert asked() == few


@pytest.mark.parametrize("kind", FORMATS)
def test_memory_stays_where_it_is_however_many_rows(own: Any, bo: Any, client_of: As, kind: str) -> None:
    text = "Bilarna kör för fort vid skolan. " * 20
    Contribution.objects.bulk_create(
        Contribution(dialogue=own, method="comments", text=f"{number} {text}", received_at=clock.now()) for number in range(3000)
    )
    client = client_of(bo)
    client.get(EXPORT)
    response = client.post(EXPORT, {"format": kind, "purpose": PURPOSE})
    tracemalloc.start()
    try:
        size = sum(len(piece) for piece in response.streaming_content)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size > 100_000
    assert peak < 16 * 1024 * 1024


# The log of who looked when


def test_the_log_of_looks_is_a_file_too(own: Any, foreign: Any, cecilia: Any, dag: Any, client_of: As) -> None:
    for dialogue in (own, foreign):
        ModerationLook.objects.create(dialogue=dialogue, person=cecilia, looked_at=clock.now(), seen=4, seen_until=clock.now())
    assert {row["dialogue"] for row in rows(client_of(cecilia), LOG_EXPORT)} == {own.title, foreign.title}
    assert [row["dialogue"] for row in rows(client_of(dag), LOG_EXPORT)] == [own.title]
    of_one = reverse("participation_contributions:log_of_export", args=[own.pk])
    assert [(row["person"], row["seen"]) for row in rows(client_of(dag), of_one)] == [("Cecilia", 4)]
    of_another = reverse("participation_contributions:log_of_export", args=[foreign.pk])
    assert client_of(dag).post(of_another, {"format": "csv", "purpose": PURPOSE}).status_code == 404
    page = client_of(dag).get(reverse("participation_contributions:log_of", args=[own.pk])).content.decode()
    assert f'href="{of_one}"' in page


def test_every_column_has_a_name_of_its_own() -> None:
    names = [column.name for column in export.contribution_columns(export.Reader(frozenset({1})))]
    assert len(names) == len(set(names))
