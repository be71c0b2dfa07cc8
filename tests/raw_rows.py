"""Rows as an older program, or another one, left them: written past every field's rules."""

from typing import Any

from django.db import connection, models


def put_raw(row: models.Model, **values: Any) -> None:
    """Write values into the columns of a stored row as they are."""
    with connection.cursor() as cursor:
        for name, value in values.items():
            field = row._meta.get_field(name)
            table, key = field.model._meta.db_table, field.model._meta.pk.column
            quoted = [connection.ops.quote_name(word) for word in (table, field.column, key)]
            cursor.execute("UPDATE {} SET {} = %s WHERE {} = %s".format(*quoted), [value, row.pk])  # noqa: S608
    row.refresh_from_db()
