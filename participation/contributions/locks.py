"""Rows that an action holds until its transaction ends, always in one order: dialogue, activity, first of a thread, contribution.

On SQLite nothing is locked here: a transaction that writes has the database to itself from its beginning.
"""

from typing import Any

from django.db import connection
from wagtail.models import Page

from participation.models import Contribution, DialoguePage


def hold(dialogue: DialoguePage) -> DialoguePage:
    """The canonical dialogue, as it is now and stays until the transaction ends.

    The lock is shared: any number of people write at once, and whoever changes the page (its dates,
    its rights) waits for them and they for him.
    """
    row: DialoguePage = _hold(dialogue.canonical)
    return row


def hold_activity(activity: Page) -> Any:
    """The canonical page of an activity, held as a dialogue is: whoever publishes it waits for those who take part in it."""
    page: Any = activity.specific
    return _hold(page.canonical)


def _hold(page: Any) -> Any:
    """The row of the page's own type: saving a page writes it together with the page's."""
    model = type(page)
    if connection.features.has_select_for_update:
        with connection.cursor() as cursor:
            name = connection.ops.quote_name
            table, key = name(model._meta.db_table), name(model._meta.pk.column)
            cursor.execute(f"SELECT 1 FROM {table} WHERE {key} = %s FOR SHARE", [page.pk])  # noqa: S608 (our own names)
    return model._default_manager.select_related("locale").get(pk=page.pk)


def lock(contribution: Contribution) -> Contribution:
    """A contribution as it is now, held alone; others may still point at it."""
    return Contribution.objects.select_for_update(no_key=True).get(pk=contribution.pk)


def lock_in_thread(contribution: Contribution) -> Contribution:
    """A contribution held alone, with the first one of its thread, whose count of replies is about to change."""
    pks = {contribution.pk, contribution.thread_root_id or contribution.pk}
    rows = {row.pk: row for row in Contribution.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk")}
    return rows[contribution.pk]


def count_replies(contribution: Contribution) -> None:
    """Write how many published replies the thread of a contribution has; its first one is locked."""
    root = contribution.thread_root_id
    if root is not None:
        replies = Contribution.objects.published().filter(thread_root=root).count()
        Contribution.objects.filter(pk=root).update(reply_count=replies)
