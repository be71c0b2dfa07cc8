"""The commands in the documents exist: make's targets, manage.py's commands and options, modules, and no program unheard of."""

import re
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from django.core.management import get_commands, load_command_class

from tests.docs.reading import ROOT, Shown, fenced_blocks, spans

MAKEFILE = (ROOT / "Makefile").read_text()
TARGETS = {name for names in re.findall(r"^([a-z -]+):", MAKEFILE, re.MULTILINE) for name in names.split()}
VARIABLES = set(re.findall(r"^([A-Z]+) \?=", MAKEFILE, re.MULTILINE)) | set(re.findall(r"\$\(([A-Za-z]+)\)", MAKEFILE))
# make bench reads ONLY from the environment (tests/bench/__main__.py)
VARIABLES.add("ONLY")
PROGRAMS = {
    *("cd", "createdb", "docker", "export", "git", "make", "pg_dump", "pg_restore", "python", "python3", "sqlite3", "tar"),
    *(".venv/bin/gunicorn", ".venv/bin/pip", ".venv/bin/python", ".ci/run"),
}
BLOCKS = [block for block in fenced_blocks() if block.language in ("", "sh")]
SAID = [*BLOCKS, *(span for span in spans() if not span.document.startswith("CHANGELOG"))]

MADE = re.compile(r"(?:^|[ (])make((?: [a-z-]+(?![\w=-])| [A-Za-z]+=\S+)+)")
MANAGED = re.compile(r"manage\.py ([a-z_]+)([^\n&|;`]*)")
MODULE = re.compile(r"python3? -m ([\w.]+)")
OPTION = re.compile(r"(?<!\S)(--?[a-z][\w-]*)")


def commands(block: Shown) -> Iterator[str]:
    """The commands of a block, comments left out."""
    for line in block.text.splitlines():
        yield from filter(None, (part.strip() for part in re.split(r"&&|\|\||;", re.sub(r"(^|\s)#.*", "", line))))


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_every_line_begins_with_a_program_that_is_known(block: Shown) -> None:
    assert [command for command in commands(block) if command.split()[0] not in PROGRAMS] == []


@pytest.mark.parametrize("said", [said for said in SAID if MADE.search(said.text)], ids=str)
def test_make_knows_the_target(said: Shown) -> None:
    for words in MADE.findall(said.text):
        for word in words.split():
            name, is_variable, _value = word.partition("=")
            assert name in (VARIABLES if is_variable else TARGETS)


@pytest.mark.parametrize("said", [said for said in SAID if MANAGED.search(said.text)], ids=str)
def test_manage_knows_the_command_and_its_options(said: Shown) -> None:
    for name, rest in MANAGED.findall(said.text):
        assert name in get_commands()
        assert set(OPTION.findall(rest)) <= options_of(name)


@pytest.mark.parametrize("said", [said for said in SAID if said.text.split()[0] in get_commands() and OPTION.search(said.text)], ids=str)
def test_a_command_that_is_named_alone_knows_its_options(said: Shown) -> None:
    assert set(OPTION.findall(said.text)) <= options_of(said.text.split()[0])


@pytest.mark.parametrize("said", [said for said in SAID if MODULE.search(said.text)], ids=str)
def test_python_finds_the_module(said: Shown) -> None:
    for name in MODULE.findall(said.text):
        assert find_spec(name) is not None


def test_the_documents_name_most_targets_of_make() -> None:
    named = {word for said in SAID for words in MADE.findall(said.text) for word in words.split()}
    assert {"demo", "test", "lint", "types", "journeys", "bench", "ci", "help"} <= named


def options_of(name: str) -> set[str]:
    """The options of a command of manage.py."""
    application = get_commands()[name]
    command = load_command_class(application, name) if isinstance(application, str) else application
    return set(command.create_parser("manage.py", name)._option_string_actions)
