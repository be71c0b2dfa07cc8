"""Rows that go on as others never go on as themselves: it would lead those who follow them nowhere."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def refuse_circle(row: Any, heirs: Collection[Any], *, field: str) -> None:
    """Raise ValidationError where a row would go on as itself: at once, or over those that carry on its heirs."""
    ahead, reached = list(heirs), set()
    while ahead:
        heir = ahead.pop()
        if heir.pk == row.pk:
            words = {"row": row, "heirs": ", ".join(str(each) for each in heirs)}
            raise ValidationError({field: _("“%(row)s” cannot go on as “%(heirs)s”: that goes on as “%(row)s” itself.") % words})
        if heir.pk not in reached:
            reached.add(heir.pk)
            ahead += heir.heirs


def successors_changed(instance: Any, action: str, reverse: bool, pk_set: set[int] | None = None, **kwargs: Any) -> None:
    """Whatever road a successor is added by, no circle is stored."""
    if action != "pre_add" or not pk_set:
        return
    others = list(type(instance)._default_manager.filter(pk__in=pk_set))
    for row, heirs in [(other, [instance]) for other in others] if reverse else [(instance, others)]:
        refuse_circle(row, heirs, field="successors")


def merged_changed(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Whatever road a topic or place is saved by, it is part of nothing that is part of it."""
    if not raw and instance.pk is not None and instance.merged_into_id is not None:
        refuse_circle(instance, instance.heirs, field="merged_into")
