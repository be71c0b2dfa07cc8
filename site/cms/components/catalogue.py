"""What components there are: a folder with a template, a style sheet and examples."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Component:
    """One component of the interface."""

    name: str

    @property
    def template(self) -> Path:
        """Its template, whose first comment names its variables."""
        return FOLDER / self.name / f"{self.name}.html"

    @property
    def style_sheet(self) -> Path:
        """Its part of site.css."""
        return FOLDER / self.name / f"{self.name}.css"

    @property
    def examples(self) -> dict[str, dict[str, Any]]:
        """Variables to render it with, by what they show."""
        return import_module(f"cms.components.{self.name}.example").EXAMPLES

    @property
    def variables(self) -> str:
        """What its template says about its variables."""
        return self.template.read_text().partition("{% comment %}")[2].partition("{% endcomment %}")[0].strip()


def all_components() -> list[Component]:
    """Every component, in the order of the alphabet."""
    return [Component(path.parent.name) for path in sorted(FOLDER.glob("*/example.py"))]
