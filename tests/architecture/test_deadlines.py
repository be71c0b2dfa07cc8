"""The day until which people take part is worked out in one place: nothing else reads when a phase closes in order to show it."""

import ast
from pathlib import Path

import pytest

from tests.architecture.test_arrows import FOLDERS, ROOT, modules

DAYS = {"closes_at", "last_closes_at", "last_day"}
# Who reads the end of a phase, and for what; whoever tells people a last day asks `participation.deadline` instead.
READERS = {
    "participation/deadline.py": "works it out",
    "participation/dialogues/actions.py": "moves the days of a copy",
    "participation/dialogues/admin/export.py": "a column for those who work with it",
    "participation/dialogues/facts.py": "hands the phases on",
    "participation/dialogues/open_data.py": "the whole span, beside what is open now",
    "participation/dialogues/page_parts.py": "the table of all phases",
    "participation/dialogues/page_view.py": "that the end was moved",
    "participation/dialogues/queries.py": "that the end was moved",
    "participation/dialogues/state.py": "the state",
    "participation/dialogues/timeline.py": "whether a cancelled dialogue had closed",
    "participation/activities/forms.py": "names a phase to an editor",
    "participation/methods/poll/news.py": "whether the result is news still",
    "participation/models/parts.py": "the phase itself",
    "participation/news/detect.py": "that the end was moved",
    "participation/news/kinds/dialogue.py": "that the end was moved",
    "participation/publication/order.py": "what may be published when",
    "participation/publication/requirements.py": "what may be published when",
    "participation/search/pages.py": "when to index again",
    "participation/signal_handlers.py": "keeps the day that was announced",
}
NOT_SHOWN = ("demo", "testing", "migrations", "demo.py")


def readers(root: Path) -> set[str]:
    """The modules below a folder that read the end of a phase."""
    shown = [path for path in modules(root) if not set(NOT_SHOWN) & set(path.parts)]
    return {str(path.relative_to(ROOT)) for path in shown if reads_an_end(path.read_text())}


def reads_an_end(source: str) -> bool:
    """Whether a source asks something for its end, or works a last day out."""
    nodes = list(ast.walk(ast.parse(source)))
    asked = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    called = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    return bool(DAYS & (asked | called))


def test_only_those_who_show_no_deadline_read_when_a_phase_closes() -> None:
    reading = {name for root in FOLDERS.values() for name in readers(root)}
    assert reading - set(READERS) == set(), "ask participation.deadline.deadline_of, or row.deadline"
    assert set(READERS) - reading == set(), "it does so no longer: take it off the list"


@pytest.mark.parametrize("root", FOLDERS.values(), ids=FOLDERS)
def test_no_template_reads_when_a_phase_closes(root: Path) -> None:
    templates = [path for path in root.rglob("*.html") if any(f".{day}" in path.read_text() for day in DAYS)]
    assert templates == []


def test_a_card_that_works_out_its_own_day_is_seen() -> None:
    assert reads_an_end("def card(facts):\n    return short(facts.closes_at)\n")
    assert reads_an_end("def card(facts, moment):\n    return short(last_day(moment))\n")
    assert not reads_an_end("def card(row):\n    return row.deadline.words()\n")
