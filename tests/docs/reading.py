"""What the documents show: fenced blocks, and words in code type."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PACKAGES = [ROOT / "site" / "cms", ROOT / "home", ROOT / "participation", ROOT / "knowledge_hub"]

FENCE = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True)
class Shown:
    """Something in code type: where it stands and what it says; `language` of a fenced block only."""

    document: str
    text: str
    language: str = ""

    def __str__(self) -> str:
        return f"{self.document}: {self.text.strip().splitlines()[0]}"


def name_of(document: Path) -> str:
    """A file by its path in the repository."""
    return document.relative_to(ROOT).as_posix()


def fenced_blocks() -> list[Shown]:
    """Every fenced block, in the order of the documents."""
    return [
        Shown(name_of(document), text, language.strip()) for document in DOCUMENTS for language, text in FENCE.findall(document.read_text())
    ]


def spans(*documents: Path) -> list[Shown]:
    """Every word in code type outside the fenced blocks."""
    return [
        Shown(name_of(document), text) for document in documents or DOCUMENTS for text in SPAN.findall(FENCE.sub("", document.read_text()))
    ]


def table_rows(document: Path) -> Iterator[list[str]]:
    """The cells of each row of each table, headings among them."""
    for line in document.read_text().splitlines():
        if line.startswith("|") and not set(line) <= set("|-: "):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def docstring_spans() -> list[Shown]:
    """Every word in code type in the docstrings of the product."""
    return [
        Shown(name_of(path), text)
        for package in PACKAGES
        for path in sorted(package.rglob("*.py"))
        for docstring in _docstrings(path)
        for text in SPAN.findall(docstring)
    ]


def _docstrings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""
