"""How an answer is said, and how an outcome is summed up."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from participation.choices import AnswerKind, OutcomeStep
from participation.dialogues.answers import outcome_summary


def item(answer, *, reason_kind="", decided=True):
    return SimpleNamespace(answer=answer, reason_kind=reason_kind, decision_id=7 if decided else None)


def outcome(step=OutcomeStep.DECIDED, *, decision_needed=True):
    return SimpleNamespace(step=step, decision_needed=decision_needed)


CHANGED, PARTLY, ALREADY, NOT = AnswerKind.CHANGED, AnswerKind.PARTLY, AnswerKind.ALREADY, AnswerKind.NOT
EIGHT = [*[CHANGED] * 3, *[PARTLY] * 2, ALREADY, *[NOT] * 2]


@pytest.mark.parametrize(
    "language, sentence",
    [
        ("sv", "8 teman: 3 ändrade beslutet, 2 delvis, 1 fanns redan, 2 nej"),
        ("en", "8 themes: 3 changed the decision, 2 in part, 1 was there already, no to 2"),
    ],
)
def test_an_outcome_is_summed_up_in_one_line(language, sentence):
    with override(language):
        assert outcome_summary(outcome(), [item(kind) for kind in EIGHT]) == sentence


@pytest.mark.parametrize(
    "rows, page, sentence",
    [
        ([item(CHANGED)], outcome(), "1 tema: 1 ändrade beslutet"),
        ([item(NOT)], outcome(), "1 tema: 1 nej"),
        ([item(CHANGED, decided=False)] * 2, outcome(OutcomeStep.SAID), "2 teman: 2 föreslår vi"),
        ([item(CHANGED, decided=False)] * 2, outcome(decision_needed=False), "2 teman: 2 ja"),
        ([item(""), item(ALREADY)], outcome(OutcomeStep.SAID), "2 teman: 1 fanns redan, 1 väntar på svar"),
        ([], outcome(), ""),
    ],
    ids=["one", "one no", "before the decision", "no decision needed", "not answered yet", "no themes"],
)
def test_the_line_names_only_what_is_there(rows, page, sentence):
    with override("sv"):
        assert outcome_summary(page, rows) == sentence
