"""Deleting many rows a part at a time, so that no table is locked for long and nobody waits for it."""

from django.db.models import Model, QuerySet

AT_ONCE = 1000


def delete_in_parts(rows: QuerySet[Model], at_once: int = AT_ONCE) -> int:
    """Delete rows, each part in a transaction of its own; returns how many of them (not what went with them)."""
    model, deleted = rows.model, 0
    while some := list(rows.order_by().values_list("pk", flat=True)[:at_once]):
        deleted += model._default_manager.filter(pk__in=some).delete()[1].get(model._meta.label, 0)
    return deleted
