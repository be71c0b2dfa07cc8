"""States and kinds go by their enum: in Python by its name, in templates by words that the enum has."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cms.outbox.models import Job
from participation import choices
from participation.dialogues import stations
from participation.dialogues.state import Verdict
from participation.models import ModerationDecision
from tests.architecture.test_arrows import FOLDERS, ROOT, modules

NAMES = {"state", "status", "verb", "verdict", "step", "kind", "answer"}
ENUMS = (choices.State, choices.ContributionState, choices.CommitmentStatus, choices.OutcomeStep, choices.AnswerKind, Verdict, Job.State)
WORDS = {value for enum in (*ENUMS, ModerationDecision.Verb) for value in enum}
TESTED = re.compile(r'\b(?:state|status|kind) (?:==|!=) "(\w+)"')
WORDS_OF_TEMPLATES = {
    "components/chip/": choices.State,
    "components/commitment/": choices.CommitmentStatus,
    "components/answer/": choices.AnswerKind,
    "components/progress/": {stations.DONE, stations.CURRENT, stations.COMING, stations.MISSED, stations.CANCELLED},
    "admin/contributions/": choices.ContributionState,
}


def literals(source: str) -> Iterator[int]:
    """The lines on which a state or kind is compared, or filtered, with a word instead of its enum."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg in NAMES:
            sides: list[ast.expr] = [node.value]
        elif isinstance(node, ast.Compare) and NAMES & set(re.findall(r"\w+", ast.unparse(node.left))):
            sides = [item for side in node.comparators for item in (side.elts if isinstance(side, ast.Tuple) else [side])]
        else:
            continue
        yield from (side.lineno for side in sides if isinstance(side, ast.Constant) and side.value in WORDS)


def test_python_says_the_name_of_the_enum():
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for folder in FOLDERS.values()
        for path in modules(folder)
        if not {"demo", "components"} & set(path.parts)
        for line in literals(path.read_text())
    ]
    # A class's own enum cannot be named inside its Meta.
    assert [place for place in found if not place.startswith("site/cms/outbox/models.py")] == []


@pytest.mark.parametrize("source", ['row.state == "open"', 'answers["verdict"] in ("kept", 1)', 'rows.filter(verb="hidden")'])
def test_a_word_in_the_place_of_an_enum_is_seen(source):
    assert list(literals(source)) == [1]


def templates() -> Iterator[tuple[Path, list[str]]]:
    for folder in FOLDERS.values():
        for path in sorted(folder.rglob("*.html")):
            if words := TESTED.findall(path.read_text()):
                yield path, words


@pytest.mark.parametrize(("path", "words"), [pytest.param(*row, id=row[0].name) for row in templates()])
def test_templates_test_only_for_words_of_the_enum(path, words):
    known = next((set(enum) for part, enum in WORDS_OF_TEMPLATES.items() if part in str(path)), None)
    assert known is None or set(words) <= known


def test_the_indexes_of_jobs_name_a_state_that_there_is():
    words = {child[1] for index in Job._meta.indexes for child in index.condition.children}
    assert words == {Job.State.WAITING}
