"""What the answers of an outcome miss before they may be public, said at row and field."""

from typing import Any

import pytest

from participation.choices import AnswerKind, OutcomeStep, ReasonKind
from participation.publication.requirements import missing_for_publication
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def outcome() -> Any:
    """An outcome of two themes: one answered by a decision, one with a no."""
    dialogue = factories.DialogueFactory(closed=True)
    for title in ("Lägre fart", "Fler bänkar"):
        given = factories.ContributionFactory(dialogue=dialogue)
        factories.ThemeFactory(dialogue=dialogue, title=title, contributions=[given])
    page = factories.OutcomeFactory(dialogue=dialogue, draft=True)
    fast, benches = page.items.all()
    fast.decision = factories.DecisionFactory(dialogue=dialogue)
    benches.answer, benches.reason_kind, benches.reason = AnswerKind.NOT, ReasonKind.COST, "Pengarna räcker inte."
    page.items.set([fast, benches])
    return page


def missing_of(page: Any, number: int = 1, **fields: Any) -> set[tuple[str, str]]:
    """Where something is missing when an answer says this: the row's heading and its field."""
    rows = list(page.items.all())
    for name, value in fields.items():
        setattr(rows[number], name, value)
    page.items.set(rows)
    told = missing_for_publication(page)
    assert all(missing.where == "items" for missing in told)
    return {(str(missing.row), missing.row_field) for missing in told}


def test_a_complete_answer_misses_nothing(outcome: Any) -> None:
    assert missing_of(outcome) == set()


@pytest.mark.parametrize(
    "fields, wrong",
    [
        ({"answer": ""}, {"answer"}),
        ({"reason_kind": ""}, {"reason_kind"}),
        ({"reason": " "}, {"reason"}),
        ({"reason_kind": "", "reason": ""}, {"reason_kind", "reason"}),
        ({"reason_kind": ReasonKind.GOOD_IDEA}, {"reason_kind"}),
        ({"answer": AnswerKind.ALREADY, "reason_kind": "", "reason": ""}, set()),
        ({"answer": AnswerKind.ALREADY}, {"reason_kind"}),
        ({"answer": AnswerKind.PARTLY}, {"decision"}),
        ({"answer": AnswerKind.CHANGED, "reason_kind": ""}, {"decision"}),
    ],
)
def test_it_is_said_at_the_row_and_the_field(outcome: Any, fields: dict[str, Any], wrong: set[str]) -> None:
    assert missing_of(outcome, **fields) == {("Fler bänkar", name) for name in wrong}


@pytest.mark.parametrize("answer", [AnswerKind.CHANGED, AnswerKind.PARTLY])
def test_what_speaks_of_a_decision_is_a_proposal_until_there_is_one(outcome: Any, answer: str) -> None:
    reason = ReasonKind.COST if answer == AnswerKind.PARTLY else ""
    outcome.step = OutcomeStep.SAID
    assert missing_of(outcome, answer=answer, reason_kind=reason) == set()
    outcome.step = OutcomeStep.DECIDED
    assert missing_of(outcome) == {("Fler bänkar", "decision")}
    outcome.decision_needed = False
    assert missing_of(outcome) == set()


def test_the_theme_of_another_dialogue_is_named(outcome: Any) -> None:
    stranger = factories.ThemeFactory(title="Från en annan dialog")
    assert ("Fler bänkar", "theme") in missing_of(outcome, theme=stranger)


# Without themes


@pytest.fixture
def bare() -> Any:
    page = factories.OutcomeFactory(dialogue=factories.DialogueFactory(closed=True), draft=True, decision_needed=False)
    page.items.set([])
    return page


def places(page: Any) -> set[str]:
    return {missing.where for missing in missing_for_publication(page)}


def test_where_nothing_came_in_a_sentence_says_so(bare: Any) -> None:
    bare.introduction = "Ingen skrev något. Mötet på biblioteket fick tre besökare."
    assert places(bare) == set()
    bare.introduction, bare.in_one_sentence, bare.step = " ", "", OutcomeStep.SAID
    assert places(bare) == {"introduction"}
    bare.in_one_sentence = "Ingen skrev något."
    assert places(bare) == set()


def test_where_something_came_in_a_theme_answers_it(bare: Any) -> None:
    factories.ContributionFactory(dialogue=bare.dialogue)
    assert places(bare) == {"items"}


def test_a_decision_is_needed_also_without_themes(bare: Any) -> None:
    bare.decision_needed = True
    assert places(bare) == {"decision_needed"}
    bare.step = OutcomeStep.SAID
    assert places(bare) == set()
    bare.step = OutcomeStep.DECIDED
    factories.DecisionFactory(dialogue=bare.dialogue)
    assert places(bare) == set()
