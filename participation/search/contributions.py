"""What people said, as the search reads and shows it: published words only, and never who wrote them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms.people import Person
from cms.search.pages import audiences_of_pages, page_group, standard_facets
from cms.search.registry import Entry, Shown
from cms.visibility import visible_to
from participation.choices import ContributionState
from participation.models import Contribution, DialoguePage
from participation.registry import get_method
from participation.search.pages import DIALOGUE, facets_of

CONTRIBUTION = "participation.contribution"


def rows() -> QuerySet[Contribution]:
    """All contributions; most are asked for by number."""
    return Contribution.objects.select_related("dialogue__locale")


def describe(contributions: Sequence[Contribution]) -> dict[int, list[Entry]]:
    """Published ones of dialogues that somebody may find, in the language they were given in."""
    published = [row for row in contributions if row.state == ContributionState.PUBLISHED and row.text]
    dialogues = {row.dialogue_id: row.dialogue for row in published}
    audiences = audiences_of_pages(list(dialogues.values()))
    facets = facets_of([dialogue for pk, dialogue in dialogues.items() if pk in audiences])
    entries: dict[int, list[Entry]] = defaultdict(list)
    for row in published:
        if row.dialogue_id in audiences:
            own = {"place": [str(row.place_id)]} if row.place_id else {}
            entries[row.pk].append(
                Entry(
                    language=row.language,
                    title="",
                    text=row.text,
                    group=page_group(DIALOGUE, row.dialogue),
                    audience=audiences[row.dialogue_id],
                    facets=standard_facets(CONTRIBUTION, row.language, row.received_at) | facets[row.dialogue_id] | own,
                    date=row.received_at,
                    is_heading=False,
                )
            )
    return entries


def of_dialogues(dialogues: Collection[int]) -> Iterable[int]:
    """What was said in canonical dialogues, and is published."""
    rows = Contribution.objects.published().filter(dialogue__in=dialogues)
    return rows.order_by("pk").values_list("pk", flat=True).iterator()


def visible(pks: Collection[int], person: Person) -> dict[int, Contribution]:
    """Published ones of dialogues and activities that the person may see."""
    dialogues = visible_to(DialoguePage.objects.all(), person)
    published = Contribution.objects.published().in_visible_activities(person).filter(pk__in=pks, dialogue__in=dialogues)
    return {row.pk: row for row in published}


def show(contributions: Sequence[Contribution], request: HttpRequest) -> dict[int, Shown]:
    """Contributions as results: where they stand, and the name as everybody reads it."""
    shown = {}
    for row in contributions:
        method = get_method(row.method)
        url = method.contribution_url(row) if method else ""
        shown[row.pk] = Shown(url, (row.shown_name or _("Somebody"),))
    return shown
