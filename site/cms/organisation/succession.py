"""Who carries on what in the organisation, in pairs of numbers: those who follow the first hear of the second."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from cms import clock
from cms.organisation.models import Administration, Body, Place, Topic


def merged_pairs(model: type[Topic | Place]) -> Iterable[tuple[int, int]]:
    """Topics or places that were merged, each with the one that it is part of now."""
    rows: Any = model._default_manager.exclude(merged_into=None)
    return list(rows.order_by("pk").values_list("pk", "merged_into"))


def succeeded_pairs(model: type[Administration | Body]) -> Iterable[tuple[int, int]]:
    """Administrations or bodies that have ended, each with one that continues it; without a last day they ended when it was said who does."""
    rows: Any = model.successors.through
    old, new = f"from_{model._meta.model_name}", f"to_{model._meta.model_name}"
    ended = Q(**{f"{old}__valid_to": None}) | Q(**{f"{old}__valid_to__lt": clock.today()})
    return list(rows.objects.filter(ended).order_by("pk").values_list(old, new))
