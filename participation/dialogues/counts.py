"""How much dialogues were given, summed over the methods: contributions, votes, and the people behind them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Case, Count, F, Q, Sum, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participation.contract import Counts
from participation.models import Contribution, DialoguePage
from participation.registry import all_methods


def people_behind(contributions: str = "", counted: Q | None = None) -> Combinable:
    """How many people stand behind contributions, for an aggregate over them; `contributions` is the way to them ("theme__contributions").

    A participant is one person however often they write; who wrote down for a group of twelve stands for eleven more.
    """
    way = f"{contributions}__" if contributions else ""
    more = Case(When(**{f"{way}participant__isnull": True}, then=F(f"{way}group_size")), default=F(f"{way}group_size") - 1)
    return Count(f"{way}participant", distinct=True, filter=counted) + Coalesce(Sum(more, filter=counted), 0)


def counts_of(dialogues: Iterable[DialoguePage]) -> dict[int, Counts]:
    """How much each canonical dialogue was given; whoever took part in two methods counts in each.

    What was given through a method that is switched off stays counted.
    """
    pages = list(dialogues)
    ledger = _ledger(pages)
    told = [method.counts(pages, ledger.pop(method.name, {})) for method in all_methods()]
    totals = {page.pk: Counts() for page in pages}
    for given in (*told, *ledger.values()):
        for pk, counts in given.items():
            totals[pk] += counts
    return totals


def _ledger(dialogues: list[DialoguePage]) -> dict[str, Mapping[int, Counts]]:
    """What the ledger holds of each method: published contributions; official answers are none."""
    published = Contribution.objects.published().filter(dialogue__in=[page.pk for page in dialogues], is_official=False)
    rows = published.order_by().values("method", "dialogue").annotate(contributions=Count("pk"), people=people_behind())
    given: dict[str, Any] = {}
    for row in rows:
        given.setdefault(row["method"], {})[row["dialogue"]] = Counts(row["contributions"], row["people"])
    return given


def in_words(counts: Counts) -> str:
    """“14 contributions and 120 votes from 129 people”; without the people where each gave one thing, empty where nothing was given."""
    numbers = []
    if counts.contributions:
        numbers.append(
            ngettext("%(count)d contribution", "%(count)d contributions", counts.contributions) % {"count": counts.contributions}
        )
    if counts.votes:
        numbers.append(ngettext("%(count)d vote", "%(count)d votes", counts.votes) % {"count": counts.votes})
    given = get_text_list(numbers, _("and"))
    if not given or counts.people in (0, counts.contributions + counts.votes):
        return given
    people = ngettext("%(given)s from %(count)d person", "%(given)s from %(count)d people", counts.people)
    return people % {"given": given, "count": counts.people}
