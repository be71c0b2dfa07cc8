"""A figure and its goal, printed as one line: `name value unit goal`."""

import operator
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_COMPARE: dict[str, Callable[[float, float], bool]] = {"<=": operator.le, "<": operator.lt, ">=": operator.ge, "=": operator.eq}
_GOAL = re.compile(r"(<=|<|>=|=)([\d.]+)")


@dataclass(frozen=True)
class Figure:
    """What was measured, and what it should be: `<=1.5`, `=1`; `-` for a figure that is only told."""

    name: str
    value: float
    unit: str
    goal: str = "-"

    def __str__(self) -> str:
        return f"{self.name} {round(self.value, 3):g} {self.unit} {self.goal}{'' if self.is_met else ' MISSED'}"

    @property
    def is_met(self) -> bool:
        found = _GOAL.fullmatch(self.goal)
        return found is None or _COMPARE[found[1]](self.value, float(found[2]))


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def report(figures: Iterable[Figure]) -> None:
    """Print each figure as it comes; the process ends with 1 when a goal was missed."""
    missed = False
    for figure in figures:
        say(str(figure))
        missed |= not figure.is_met
    sys.exit(1 if missed else 0)
