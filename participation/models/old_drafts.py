"""Rows of an old draft may name themes and decisions that were merged or deleted since. Read without them, the draft opens."""

from typing import Any

from participation.choices import ReasonKind, is_reason_for
from participation.models.theme import Decision, Theme

Row = dict[str, Any]


def living_items(rows: list[Row]) -> list[Row]:
    """Answers of a draft: those whose theme is there; a decision that is gone, or a reason that contradicts its answer, is left out."""
    themes, decisions = _known(Theme, rows, "theme"), _known(Decision, rows, "decision")
    return [_fitting(_only(row, "decision", decisions)) for row in rows if row.get("theme") in themes]


def living_commitments(rows: list[Row]) -> list[Row]:
    """Commitments of a draft: all of them; a theme that is gone is left out."""
    themes = _known(Theme, rows, "theme")
    return [_only(row, "theme", themes) for row in rows]


def _known(model: Any, rows: list[Row], field: str) -> set[Any]:
    named = {row[field] for row in rows if row.get(field) is not None}
    return set(model.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()


def _only(row: Row, field: str, known: set[Any]) -> Row:
    return row if row.get(field) in known else row | {field: None}


def _fitting(row: Row) -> Row:
    """The answer without a kind of reason that contradicts it; what was said stays as words."""
    reason_kind = row.get("reason_kind") or ""
    if is_reason_for(row.get("answer") or "", reason_kind):
        return row
    return row | {"reason_kind": "", "reason": row.get("reason") or str(ReasonKind(reason_kind).label)}
