"""Every template that is named exists, every template of ours is named by somebody, and participation's stand by its packages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import get_template
from wagtail.models import get_page_models

from tests.architecture.test_arrows import FOLDERS, ROOT, modules
from tests.architecture.test_sizes import templates

PATH = re.compile(r"[\w-]+(?:/[\w-]+)+\.(?:html|txt)")
NAMED = re.compile(r"{%-?\s*(?:include|extends)\s+[\"']([^\"']+)[\"']")
# What somebody else looks for: Django's error pages, the templates of allauth and Wagtail that are replaced here.
LOOKED_FOR_ELSEWHERE = ("400.", "403", "404.", "429.", "500.", "503.", "account/", "allauth/", "mfa/", "wagtailadmin/", "wagtailusers/")
# template: why nobody here names it
OFFERED = {"cms/admin/dashboard_words.html": "a panel of one sentence, for plugins"}


def strings() -> Iterator[str]:
    """Every string in the code; what is computed within one stands as “{}”."""
    for folder in FOLDERS.values():
        for path in modules(folder):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value
                elif isinstance(node, ast.JoinedStr):
                    yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def of_ours() -> list[Path]:
    """Our templates, HTML and plain text."""
    texts = [path for folder in FOLDERS.values() for path in sorted(folder.rglob("*.txt"))]
    return [path for path in [*templates(), *texts] if "templates" in path.parts]


def named_in_templates() -> set[str]:
    """Templates that others include or extend."""
    return {name for path in of_ours() for name in NAMED.findall(path.read_text())}


def name_of(path: Path) -> str:
    """How a template is asked for: its path below “templates”."""
    return path.relative_to(next(parent for parent in path.parents if parent.name == "templates")).as_posix()


CODE = set(strings())
NAMED_IN_CODE = {text for text in CODE if PATH.fullmatch(text)}
PARTLY_COMPUTED = re.compile(r"\w+/[\w/{}.]*{}[\w/{}.]*")
COMPUTED = [re.compile(re.escape(text).replace(r"\{\}", r"[\w-]+")) for text in CODE if PARTLY_COMPUTED.fullmatch(text)]


@pytest.mark.parametrize("name", sorted(NAMED_IN_CODE | named_in_templates()))
def test_a_template_that_is_named_exists(name: str) -> None:
    assert get_template(name)


def is_named(name: str) -> bool:
    """In code, by another template, by a model's name (Wagtail), or as half of a letter (its name without the ending)."""
    known = NAMED_IN_CODE | named_in_templates()
    letter = name.rsplit(".", 1)[0]
    return name in known or letter in CODE or any(pattern.fullmatch(asked) for pattern in COMPUTED for asked in (name, letter))


def of_page_types() -> set[str]:
    """The templates that Wagtail finds by the name of a page type."""
    return {model.template for model in get_page_models()}


def test_every_template_is_named_by_somebody() -> None:
    names = {name_of(path) for path in of_ours()} - of_page_types() - set(OFFERED)
    assert [name for name in sorted(names) if not name.startswith(LOOKED_FOR_ELSEWHERE) and not is_named(name)] == []


def test_participations_templates_stand_by_its_packages() -> None:
    plugin = ROOT / "participation"
    folders = {path.name for path in (plugin / "templates" / "participation").iterdir() if path.is_dir()}
    assert [name for name in sorted(folders) if not (plugin / name / "__init__.py").exists()] == []
