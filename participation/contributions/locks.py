"""Rows that an action holds until its transaction ends, always in one order: dialogue, first of a thread, contribution.

On SQLite nothing is locked here: a transaction that writes has the database to itself from its beginning.
"""

from django.db import connection

from participation.models import Contribution, DialoguePage


def hold(dialogue: DialoguePage) -> DialoguePage:
    """The canonical dialogue, as it is now and stays until the transaction ends.

    The lock is shared: any number of people write at once, and whoever changes the page (its dates,
    its rights) waits for them and they for him.
    """
    pk = dialogue.canonical.pk
    if connection.features.has_select_for_update:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM participation_dialoguepage WHERE page_ptr_id = %s FOR SHARE", [pk])
    return DialoguePage.objects.select_related("locale").get(pk=pk)


def lock(contribution: Contribution) -> Contribution:
    """A contribution as it is now, held alone; others may still point at it."""
    return Contribution.objects.select_for_update(no_key=True).get(pk=contribution.pk)


def lock_in_thread(contribution: Contribution) -> Contribution:
    """The same with the first contribution of its thread, whose count of replies is about to change."""
    pks = {contribution.pk, contribution.thread_root_id or contribution.pk}
    rows = {row.pk: row for row in Contribution.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk")}
    return rows[contribution.pk]


def count_replies(contribution: Contribution) -> None:
    """Write how many published replies the thread of a contribution has; its first one is locked."""
    root = contribution.thread_root_id
    if root is not None:
        replies = Contribution.objects.published().filter(thread_root=root).count()
        Contribution.objects.filter(pk=root).update(reply_count=replies)
