"""What migrations do with rows that stand in the database already."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from wagtail.models import PageLogEntry

from participation.choices import AnswerKind, ReasonKind
from participation.models import OutcomeItem
from tests import factories

pytestmark = pytest.mark.django_db
reasons = import_module("participation.migrations.0010_reasons_that_fit")

BEFORE = [
    (AnswerKind.CHANGED, ReasonKind.SAFETY, "Lyktorna byts."),
    (AnswerKind.CHANGED, ReasonKind.COST, ""),
    (AnswerKind.NOT, ReasonKind.LAW, "Lagen."),
]


@pytest.fixture
def contradicting() -> Iterator[None]:
    """Answers as they could be stored before: a reason that contradicts beside its words, one alone, one that fits."""
    dialogue = factories.DialogueFactory(closed=True)
    for number in range(len(BEFORE)):
        factories.ThemeFactory(dialogue=dialogue, title=f"Tema {number}")
    rows = list(factories.OutcomeFactory(dialogue=dialogue).items.all())
    for row, (answer, reason_kind, reason) in zip(rows, BEFORE, strict=True):
        row.answer, row.reason_kind, row.reason = answer, reason_kind, reason
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(
            "PRAGMA ignore_check_constraints = ON"
            if sqlite
            else "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE participation_outcomeitem DROP CONSTRAINT participation_reason_goes_with_answer"
        )
        OutcomeItem.objects.bulk_update(rows, ["answer", "reason_kind", "reason"])
        yield
        if sqlite:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def stored() -> list[tuple[str, str]]:
    return list(OutcomeItem.objects.order_by("pk").values_list("reason_kind", "reason"))


@pytest.mark.usefixtures("contradicting")
def test_a_reason_that_contradicts_is_cleared_and_what_was_said_stays() -> None:
    reasons.clear_what_contradicts(apps, None)
    assert stored() == [("", "Lyktorna byts."), ("", "Det kostar för mycket."), ("law", "Lagen.")]
    told = PageLogEntry.objects.filter(action=reasons.ACTION).order_by("pk")
    assert [entry.data["was"] for entry in told] == ["safety", "cost"]
    assert told[0].message == "Skälet motsade svaret på ”Tema 0” och togs bort: Det skulle inte vara säkert."


@pytest.mark.usefixtures("contradicting")
def test_taken_back_every_reason_stands_where_it_stood() -> None:
    reasons.clear_what_contradicts(apps, None)
    reasons.put_back(apps, None)
    assert [reason_kind for reason_kind, _words in stored()] == ["safety", "cost", "law"]
    assert not PageLogEntry.objects.filter(action=reasons.ACTION).exists()
