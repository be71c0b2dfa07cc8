"""Reads of themes, for many at once."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet

from participation.choices import ContributionState
from participation.contract import Counts
from participation.dialogues.counts import people_behind
from participation.models import Contribution, Theme


def theme_counts(themes: Iterable[int]) -> dict[int, Counts]:
    """How many published contributions lie in each theme, and how many people stand behind them; one query."""
    rows = with_counts(Theme.objects.filter(pk__in=list(themes)).order_by())
    return {pk: Counts(number, people) for pk, number, people in rows.values_list("pk", "contribution_count", "people")}


def with_counts(themes: QuerySet[Theme]) -> QuerySet[Any]:
    """Adds `contribution_count` and `people`: what is published in a theme, and who stands behind it."""
    published = Q(contributions__state=ContributionState.PUBLISHED)
    return themes.annotate(contribution_count=Count("contributions", filter=published), people=people_behind("contributions", published))


def most_supported_in(themes: Iterable[int]) -> Contribution | None:
    """Of what people said in these themes, the published contribution that most agreed with, the oldest of several."""
    said = Contribution.objects.published().filter(theme_links__theme__in=list(themes), is_official=False)
    return said.order_by("-support_count", "received_at").first()
