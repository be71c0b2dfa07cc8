"""Reads of themes, for many at once."""

from collections.abc import Iterable

from django.db.models import Count, Q

from participation.choices import ContributionState
from participation.models import (
    Theme,
)


def theme_counts(themes: Iterable[int]) -> dict[int, int]:
    """How many published contributions lie in each theme."""
    published = Count("contributions", filter=Q(contributions__state=ContributionState.PUBLISHED))
    return dict(Theme.objects.filter(pk__in=list(themes)).order_by().values_list("pk").annotate(published=published))
