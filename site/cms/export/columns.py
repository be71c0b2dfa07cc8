"""The columns of an exported list. A value is asked for a whole batch of rows at once, so that queries follow the batches."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise

Value = str | Promise | int | float | bool | date | datetime | Sequence[str] | None


@dataclass(frozen=True)
class Column:
    """One column: `name` is its key in JSONL and never changes, `label` its heading in a sheet."""

    name: str
    label: str | Promise
    values: Callable[[Sequence[Any]], Iterable[Value]]
    """The values of a batch of rows, one for each row, in the same order."""


def per_row(name: str, label: str | Promise, value_of: Callable[[Any], Value]) -> Column:
    """A column read from each row by itself. It asks the database nothing: what it needs was loaded with the batch."""
    return Column(name, label, lambda rows: [value_of(row) for row in rows])


def per_choice(name: str, label: str | Promise, field: str, choices: Iterable[tuple[Any, Any]]) -> Column:
    """A column that says a stored code in words; the words are looked up once for a batch."""

    def values(rows: Sequence[Any]) -> list[Value]:
        words = {code: str(said) for code, said in choices}
        return [words.get(code := getattr(row, field), code) for row in rows]

    return Column(name, label, values)


def per_batch(name: str, label: str | Promise, values_of: Callable[[Sequence[Any]], Mapping[Any, Value]]) -> Column:
    """A column asked once for a batch: values by the rows' primary keys; a row without one has an empty cell."""

    def values(rows: Sequence[Any]) -> list[Value]:
        by_row = values_of(rows)
        return [by_row.get(row.pk) for row in rows]

    return Column(name, label, values)


@dataclass(frozen=True)
class Export:
    """A list as it goes into a file: its title, its columns, how many rows there are, and the rows in batches."""

    title: str
    columns: Sequence[Column]
    number: int
    batches: Iterable[Sequence[Any]]

    def values(self) -> Iterable[list[tuple[Value, ...]]]:
        """The cells of each batch, row by row."""
        for rows in self.batches:
            yield list(zip(*(column.values(rows) for column in self.columns), strict=True))
