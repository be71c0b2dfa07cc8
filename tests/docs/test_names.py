"""What the documents and docstrings name exists: modules and what is in them, files, templates, the fields of what is registered."""

import ast
import dataclasses
import re
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest
from django.apps import apps
from django.template.loader import get_template

from cms.plugins.registry import REGISTRIES
from tests.docs.reading import DOCUMENTS, ROOT, Shown, docstring_spans, name_of, spans

# The history names what was.
PRESENT = [document for document in DOCUMENTS if document.name != "CHANGELOG.md"]
SPANS = spans(*PRESENT)
DOTTED = re.compile(r"(?:cms|home|participation|knowledge_hub|tests)(?:\.\w+)+(?=\(.*\)$|$)")
FILE = re.compile(r"((?:\.ci|docs|home|knowledge_hub|participation|requirements|site|tests)/[\w./-]*)(?::([\w.]+))?$")
TEMPLATE = re.compile(r"(?:cms|home|participation\w*|knowledge_hub)/[\w/]+\.(?:html|txt)$")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
SIGNATURE = re.compile(r"([A-Z]\w+)\(([\w, …]*)\)$")
REGISTERED = {registry.entry_type.__name__: registry.entry_type for registry in REGISTRIES if dataclasses.is_dataclass(registry.entry_type)}


def those(pattern: re.Pattern[str], found: list[Shown]) -> Any:
    """One case for each place that the pattern fits."""
    return pytest.mark.parametrize("shown", [shown for shown in found if pattern.match(shown.text)], ids=str)


def exists(dotted: str) -> bool:
    """Whether a dotted name is a module, something in one, a model, or something that is registered under that name."""
    name, *more = dotted.split(".")
    thing: Any = import_module(name)
    for part in more:
        name = f"{name}.{part}"
        if not hasattr(thing, part) and (not hasattr(thing, "__path__") or find_spec(name) is None):
            return is_known_otherwise(dotted)
        thing = getattr(thing, part) if hasattr(thing, part) else import_module(name)
    return True


def is_known_otherwise(dotted: str) -> bool:
    label, _dot, name = dotted.partition(".")
    models = {model.__name__ for model in apps.get_app_config(label).get_models()} if apps.is_installed(label) else set()
    return name in models or any(dotted in registry for registry in REGISTRIES)


@those(DOTTED, [*SPANS, *docstring_spans()])
def test_a_dotted_name_leads_somewhere(shown: Shown) -> None:
    found = DOTTED.match(shown.text)
    assert found is not None and exists(found[0])


@those(FILE, [shown for shown in SPANS if not TEMPLATE.match(shown.text)])
def test_a_file_exists_and_holds_what_is_named_in_it(shown: Shown) -> None:
    found = FILE.match(shown.text)
    assert found is not None
    assert (ROOT / found[1]).exists()
    if found[2]:
        assert found[2] in names_in((ROOT / found[1]).read_text())


def names_in(source: str) -> set[str]:
    """What a module defines, with what its classes hold as Class.name."""
    found: set[str] = set()
    for node in ast.parse(source).body:
        found |= names_of(node)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{name}" for child in node.body for name in names_of(child)}
    return found


def names_of(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {target.id for target in targets if isinstance(target, ast.Name)}


@those(TEMPLATE, SPANS)
def test_a_template_exists(shown: Shown) -> None:
    if not (ROOT / shown.text).exists():
        get_template(shown.text)


@pytest.mark.parametrize(
    "shown", [shown for shown in SPANS if SIGNATURE.match(shown.text) and shown.text.split("(")[0] in REGISTERED], ids=str
)
def test_what_is_registered_takes_the_fields_that_are_told(shown: Shown) -> None:
    found = SIGNATURE.match(shown.text)
    assert found is not None
    told = [name.strip() for name in found[2].split(",")]
    fields = [field.name for field in dataclasses.fields(REGISTERED[found[1]])]
    assert [name for name in told if name not in (*fields, "…")] == []
    if "…" not in told:
        assert set(told) == set(fields)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_a_link_leads_to_a_file(document: Any) -> None:
    for target in LINK.findall(document.read_text()):
        assert (document.parent / target).exists(), target
