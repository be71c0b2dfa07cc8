"""How an answer is said, and how an outcome is summed up."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from cms import clock
from participation.choices import FOR_A_NO, REASONS, AnswerKind, OutcomeStep, ReasonKind, is_reason_for
from participation.dialogues.answers import BECAUSE, answer_sentence, outcome_summary, published_answers
from participation.dialogues.queries import rows_for
from tests import factories


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


@pytest.mark.parametrize(
    "row, page, swedish, english",
    [
        (
            item(CHANGED, reason_kind="safer"),
            outcome(),
            "Det ändrade beslutet: det blir säkrare",
            "It changed the decision: it makes it safer",
        ),
        (item(PARTLY, reason_kind="cost"), outcome(), "Delvis: resten kostar för mycket", "In part: the rest costs too much"),
        (
            item(PARTLY, reason_kind="cost", decided=False),
            outcome(OutcomeStep.SAID),
            "Vi föreslår det delvis: resten kostar för mycket",
            "We propose it in part: the rest costs too much",
        ),
        (item(CHANGED, decided=False), outcome(OutcomeStep.SAID), "Vi föreslår det", "We propose it"),
        (item(CHANGED, decided=False), outcome(OutcomeStep.SAID, decision_needed=False), "Ja", "Yes"),
        (item(CHANGED), outcome(OutcomeStep.SAID), "Det ändrade beslutet", "It changed the decision"),
        (
            item(ALREADY, reason_kind="under_way"),
            outcome(),
            "Det är redan så: arbetet är på gång",
            "It is already so: the work is under way",
        ),
        (item(NOT, reason_kind="cost", decided=False), outcome(OutcomeStep.SAID), "Nej: det kostar för mycket", "No: it costs too much"),
        (item(""), outcome(), "", ""),
    ],
    ids=["yes", "half", "half proposed", "proposed", "no decision needed", "decided before the answer", "already", "no", "none"],
)
def test_an_answer_is_one_sentence_of_kind_and_reason(row, page, swedish, english):
    for language, sentence in (("sv", swedish), ("en", english)):
        with override(language):
            assert answer_sentence(row, page) == sentence


def test_every_reason_has_its_words_beside_each_answer_that_it_goes_with():
    assert {answer: set(words) for answer, words in BECAUSE.items()} == {answer: set(reasons) for answer, reasons in REASONS.items()}
    assert set().union(*REASONS.values()) == set(ReasonKind)


@pytest.mark.parametrize("reason", FOR_A_NO)
def test_a_reason_for_a_no_never_stands_beside_a_yes(reason):
    assert is_reason_for(AnswerKind.NOT, reason) and not is_reason_for(AnswerKind.CHANGED, reason)


@pytest.mark.django_db
def test_answers_of_many_outcomes_are_read_at_once(count_queries):
    def read(number):
        pages = [theme.dialogue for theme in (factories.ThemeFactory() for _each in range(number))]
        for page in pages:
            factories.OutcomeFactory(dialogue=page)
        rows = rows_for(pages, clock.now())
        told = published_answers(rows, AnonymousUser())
        assert [told[page.pk].summary for page in pages] == ["1 tema: 1 ja"] * number
        return count_queries(lambda: [answers.summary for answers in published_answers(rows, AnonymousUser()).values()])

    assert read(2) == read(5)


@pytest.mark.django_db
def test_only_an_answer_that_keeps_the_promise_is_told():
    page = factories.ThemeFactory().dialogue
    factories.OutcomeFactory(dialogue=page, step=OutcomeStep.SAID)
    assert published_answers(rows_for([page], clock.now()), AnonymousUser()) == {}
